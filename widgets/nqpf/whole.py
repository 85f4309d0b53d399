"""Files that are written whole or not at all, whoever reads them and whenever a process ends."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, text: str, encoding: str = "utf-8", *, lasts: bool = True) -> None:
    """Write a text so that a reader finds the old one or the new one, never half of one.

    ``lasts`` waits until it is on the disk; what can be written again at any time need not wait.
    """
    write_bytes(path, text.encode(encoding), lasts=lasts)


def write_bytes(path: Path, data: bytes, *, lasts: bool = True) -> None:
    """Write a file so that a reader finds the old one or the new one, as `write_whole` does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two processes may write the same file, each its own unfinished one.
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    with unfinished.open("wb") as file:
        file.write(data)
        if lasts:
            file.flush()
            os.fsync(file.fileno())
    unfinished.replace(path)


def keep(path: Path, text: str) -> None:
    """Keep what was computed, for this build's other processes and for later builds."""
    write_whole(path, text, lasts=False)


def keep_only(folder: Path, names: Iterable[str]) -> None:
    """Remove the files of a folder that have none of these names."""
    kept = set(names)
    for path in folder.iterdir():
        if path.name not in kept:
            path.unlink()


def entry(name: str) -> zipfile.ZipInfo:
    """Return an archive's entry with one date for all, so that the same files give the same bytes.

    The date is the same wherever and whenever the book is built: an archive that did not change is
    not fetched again, and anybody can build it and compare.
    """
    return zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
