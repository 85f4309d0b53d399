"""Write what can be written again at any time, and keep what somebody has edited since."""

from __future__ import annotations

from pathlib import Path

from nqpf.course.gradebook import Gradebook
from nqpf.whole import write_whole


def write_view(path: Path, text: str, book: Gradebook, encoding: str = "utf-8") -> Path | None:
    """Write a view of the gradebook; return where the old one is kept if somebody edited it."""
    made = text.encode(encoding)
    if path.exists() and path.read_bytes() == made:
        return None
    kept = keep_edited(path, book)
    write_whole(path, text, encoding)
    book.was_written(path.name, made)
    return kept


def keep_edited(path: Path, book: Gradebook) -> Path | None:
    """Move a view out of the way if somebody edited it; return where it is kept."""
    if not path.exists() or book.is_ours(path.name, path.read_bytes()):
        return None
    return path.replace(_beside(path))


def _beside(path: Path) -> Path:
    """Return a free name beside a file: ``rubric-1.csv``."""
    number = 1
    while (found := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return found
