"""Files that are written whole or not at all, whoever reads them and whenever a process ends."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write_whole(
    path: Path, text: str, encoding: str = "utf-8", *, survives_power_failure: bool = True
) -> None:
    """Write a file so that a reader finds the old one or the new one, never half of one.

    What can be made again need not wait for the disk: ``survives_power_failure=False``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two processes may write the same file, each its own unfinished one.
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    with unfinished.open("w", encoding=encoding, newline="") as file:
        file.write(text)
        if survives_power_failure:
            file.flush()
            os.fsync(file.fileno())
    unfinished.replace(path)


def keep(path: Path, text: str) -> None:
    """Keep what was computed, for this build's other processes and for later builds."""
    write_whole(path, text, survives_power_failure=False)


def keep_only(folder: Path, names: Iterable[str]) -> None:
    """Remove the files of a folder that have none of these names."""
    kept = set(names)
    for path in folder.iterdir():
        if path.name not in kept:
            path.unlink()
