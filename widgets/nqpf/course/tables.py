"""Tables that lecturers open in a spreadsheet: written whole or not at all, and never as formulas.

A cell that begins like a formula is kept from being one by an apostrophe, because a student's name
may be ``=cmd|…``.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_table(
    path: Path, columns: Sequence[str], records: Iterable[Mapping[str, Any]], *, mark: bool = True
) -> None:
    """Write a CSV file that spreadsheets read as text and numbers, in one step.

    ``mark`` puts the sign at the start that makes Excel read UTF-8.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([safe(record.get(column, "")) for column in columns])
    write_whole(path, text.getvalue(), "utf-8-sig" if mark else "utf-8")


def safe(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers.

    >>> safe("=1+1"), safe(-1.5)
    ("'=1+1", -1.5)
    """
    if isinstance(value, (int, float)) or value is None:
        return "" if value is None else value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def write_whole(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Write a file so that a reader finds the old one or the new one, never half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    with unfinished.open("w", encoding=encoding, newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
