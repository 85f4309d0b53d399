"""An autograder for Gradescope: our own grader in a zip, run on each submission."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from nqpf.course.assignment import Assignment
from nqpf.places import PACKAGE, ROOT

SETUP = """#!/usr/bin/env bash
set -e
python3 -m pip install {packages}
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

with tempfile.TemporaryDirectory() as folder:
    out = Path(folder)
    places = [str(SOURCE), str(BASE / "submission"), str(out)]
    command = [sys.executable, "-m", "nqpf.course.one", *places]
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
        _put(out, "setup.sh", SETUP.format(packages=" ".join(PACKAGES)).encode(), runs=True)
        _put(out, "run_autograder", RUN.encode(), runs=True)
        _put(out, "assignment/instructor/assignment.json", record.read_bytes())
        _put(out, "seed.txt", secret)
        for name, path in files(assignment):
            _put(out, name, path.read_bytes())
    return packed.getvalue()


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
