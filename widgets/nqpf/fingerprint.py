"""Fingerprints of files, by which a build knows what has changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

# What Python and Jupyter leave, and the pages that a build writes for itself.
LEFT_BEHIND = frozenset({"__pycache__", ".ipynb_checkpoints", "generated"})
# What editors and file managers leave.
LEFTOVER = re.compile(r".*(~|\.swp|\.orig)|\.#.*|\.DS_Store")


def fingerprint(paths: Iterable[Path]) -> str:
    """Return one hash of the names and contents of files and of everything inside folders.

    A path where there is nothing counts as nothing, so a file that appears changes the hash.
    """
    digest = hashlib.sha256()
    for path in paths:
        for file in files(path):
            name = file.relative_to(path.parent).as_posix()
            digest.update(f"{name}\0{file.stat().st_size}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def named_by(stem: str, text: str) -> str:
    """Return the name of a script that changes with it, so that browsers keep no earlier one.

    >>> named_by("ch02", "")
    'ch02-e3b0c442.js'
    """
    return f"{stem}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.js"


def files(path: Path) -> Iterator[Path]:
    """Yield a file, or the files inside a folder in a fixed order, without what was left there."""
    if path.is_file():
        yield path
    elif path.is_dir():
        for inner in sorted(path.rglob("*")):
            left = LEFT_BEHIND.intersection(inner.parts) or LEFTOVER.fullmatch(inner.name)
            if inner.is_file() and not left:
                yield inner
