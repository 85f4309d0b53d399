"""An autograder for Gradescope: our own grader in a zip, run on each submission."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib.metadata import requires, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from nqpf.course.assignment import Assignment
from nqpf.places import PACKAGE, ROOT

SETUP = """#!/usr/bin/env bash
# Make an environment of its own: the system's Python may be too old, and may take no packages.
set -euo pipefail
base="${AUTOGRADER:-/autograder}"

recent() {
    for name in python3.14 python3.13 python3.12 python3.11 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
            echo "$name"
            return
        fi
    done
    return 1
}

if ! python="$(recent)"; then
    apt-get update
    apt-get install -y python3.11 python3.11-venv
    python=python3.11
fi
if ! "$python" -m venv "$base/environment"; then
    apt-get update
    apt-get install -y "$python-venv"
    "$python" -m venv --clear "$base/environment"
fi
"$base/environment/bin/python" -m pip install -r "$base/source/requirements.txt"
"""
PACKAGES = (
    "altair", "ipython", "jinja2", "jupytext", "latex2mathml", "markdown-it-py",
    "mdit-py-plugins", "nbformat", "pandas", "tqdm",
)  # fmt: skip
RUN = '''#!/usr/bin/env python3
"""Grade the one submission that Gradescope put into its folder."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BASE = Path(os.environ.get("AUTOGRADER", "/autograder"))
SOURCE = BASE / "source"
OWN = BASE / "environment" / "bin" / "python"

with tempfile.TemporaryDirectory() as folder:
    out = Path(folder)
    places = [str(SOURCE), str(BASE / "submission"), str(out)]
    python = str(OWN) if OWN.exists() else sys.executable
    command = [python, "-m", "nqpf.course.one", *places]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE / "widgets")}
    subprocess.run(command, check=True, env=environment, cwd=SOURCE)
    (BASE / "results").mkdir(exist_ok=True)
    shutil.copyfile(out / "results.json", BASE / "results" / "results.json")
'''
LEFT_OUT = {"__pycache__", "site", "locale"}


def archive(assignment: Assignment, secret: bytes, record: Path) -> bytes:
    """Return the zip to upload: set-up, run script, grader, exercises and the assignment."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        _put(out, "setup.sh", SETUP.encode(), runs=True)
        _put(out, "requirements.txt", pinned().encode())
        _put(out, "run_autograder", RUN.encode(), runs=True)
        _put(out, "assignment/instructor/assignment.json", record.read_bytes())
        _put(out, "seed.txt", secret)
        for name, path in files(assignment):
            _put(out, name, path.read_bytes())
    return packed.getvalue()


def pinned() -> str:
    """Return the packages that grading needs, at the versions with which it works here.

    What needs another operating system is left to the installer, which knows where it runs.
    """
    found: dict[str, str] = {}
    waiting = list(PACKAGES)
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found:
            continue
        found[name] = version(name)
        for text in requires(name) or ():
            needed = Requirement(text)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                waiting.append(needed.name)
    return "".join(f"{name}=={number}\n" for name, number in sorted(found.items()))


def files(assignment: Assignment) -> Iterator[tuple[str, Path]]:
    """Return what grading needs of the book, and no exercise beyond the assignment's.

    Each is a name inside the archive and a file.
    """
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        if path.is_file() and not LEFT_OUT & set(inside.parts):
            yield f"widgets/nqpf/{inside.as_posix()}", path
    for path in [*sorted((ROOT / "data").glob("*.csv")), ROOT / "data" / "datapackage.json"]:
        yield f"data/{path.name}", path
    for question in assignment.questions:
        folder = question.exercise.folder
        chapters = folder.parents[2]
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield f"chapters/{path.relative_to(chapters).as_posix()}", path


def _put(out: zipfile.ZipFile, name: str, data: bytes, *, runs: bool = False) -> None:
    entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
    entry.external_attr = (0o755 if runs else 0o644) << 16
    out.writestr(entry, data, zipfile.ZIP_DEFLATED)
