"""The version of this package: 0.DATE.TIME of the last change to what it holds.

So a corrected package counts as newer than the one it corrects, and ``%pip install`` takes it.
This file is also run by itself when the package is built.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

HELD = ("widgets/nqpf", "data", "chapters", "pyproject.toml", "hatch_build.py")


@functools.cache
def version() -> str:
    """Return the version that was installed, or in the book's folder the one to be built."""
    root = Path(__file__).resolve().parents[2]
    if not (root / "hatch_build.py").exists():
        return importlib.metadata.version("nqpf")
    source_archive = root / "PKG-INFO"
    if source_archive.exists():
        record = source_archive.read_text(encoding="utf-8")
        return str(re.findall(r"^Version: (.+)$", record, re.MULTILINE)[0])
    return of_last_change(root) or of_content(root)


@functools.cache
def commit() -> str:
    """Return the commit of the last change to the book's folder, empty without a history."""
    root = Path(__file__).resolve().parents[2]
    return last_change(root, "%H")[:12] if (root / "hatch_build.py").exists() else ""


def last_change(root: Path, form: str) -> str:
    """Return what git says of the last commit to what the package holds; empty if nothing."""
    command = ["git", "-C", str(root), "log", "-1", f"--format={form}", "--", *HELD]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def of_last_change(root: Path) -> str | None:
    """Return day and time of the last commit to what the package holds; none without a history."""
    seconds = last_change(root, "%ct")
    if not seconds:
        return None
    moment = datetime.fromtimestamp(int(seconds), tz=UTC)
    return f"0.{moment:%Y%m%d}.{int(f'{moment:%H%M%S}')}"


def of_content(root: Path) -> str:
    """Return a version that differs wherever the content does, for a folder without a history."""
    digest = hashlib.sha256()
    paths = [path for name in HELD for path in [root / name, *sorted((root / name).rglob("*"))]]
    for path in paths:
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.read_bytes())
    return f"0.0.0+{digest.hexdigest()[:12]}"
