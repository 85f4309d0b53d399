"""Write what can be written again at any time, and keep what somebody has edited since."""

from __future__ import annotations

from pathlib import Path

from nqpf.course.gradebook import Gradebook
from nqpf.course.tables import write_whole


def write_view(path: Path, text: str, book: Gradebook, encoding: str = "utf-8") -> Path | None:
    """Write a view of the gradebook; return where the old one is kept if somebody edited it."""
    made, kept = text.encode(encoding), None
    if path.exists():
        old = path.read_bytes()
        if old == made:
            return None
        if not book.is_ours(path.name, old):
            kept = _beside(path)
            path.replace(kept)
    write_whole(path, text, encoding)
    book.was_written(path.name, made)
    return kept


def _beside(path: Path) -> Path:
    """Return a free name beside a file: ``rubric-1.csv``."""
    number = 1
    while (found := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return found
