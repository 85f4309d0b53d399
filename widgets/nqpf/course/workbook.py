"""A table as an Excel file: every cell is text, so that no program changes what stands in it.

A sheet that says the same already stays as somebody saved it, with widths, colours and all.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from nqpf.course.gradebook import Gradebook
from nqpf.course.tables import TableError, read_table, unguarded
from nqpf.course.views import keep_edited
from nqpf.whole import write_bytes
from nqpf.words import _

LONGEST_CELL = 32_767
"""The most characters that Excel keeps in a cell."""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML, and so a sheet, cannot hold."""

Notes = Mapping[tuple[str, str], str]
"""What somebody noted on a cell, by the row's name and the column's title."""


def write_workbook(
    path: Path, columns: Mapping[str, int], records: Iterable[Mapping[str, Any]], book: Gradebook
) -> Path | None:
    """Write a view of the gradebook as an Excel file; ``columns`` have widths.

    The last column names the row. Returns where the old file is kept if somebody edited it.
    """
    rows = [list(columns), *([_text(one[name]) for name in columns] for one in records)]
    if _says(path, rows):
        return None
    notes = _notes(path, rows[0][-1])
    data = _made(rows, list(columns.values()), notes)
    kept = keep_edited(path, book)
    write_bytes(path, data)
    book.was_written(path.name, data)
    return kept


def _text(value: Any) -> str:
    text = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", str(value).replace("\r\n", "\n"))
    if len(text) <= LONGEST_CELL:
        return text
    rest = _("\n[The rest does not fit into a cell: it stands in the sheet that is a CSV file.]")
    return text[: LONGEST_CELL - len(rest)] + rest


def _says(path: Path, rows: Sequence[Sequence[str]]) -> bool:
    try:
        found = [_trimmed(cells) for _number, cells in read_table(path)]
    except (FileNotFoundError, TableError):
        return False
    return found == [_trimmed([unguarded(cell) for cell in cells]) for cells in rows]


def _trimmed(cells: Sequence[str]) -> list[str]:
    """Return a row without the empty cells at its end, which some programs leave out."""
    filled = [place for place, cell in enumerate(cells) if cell]
    return list(cells[: filled[-1] + 1]) if filled else []


def _made(rows: Sequence[Sequence[str]], widths: Sequence[int], notes: Notes) -> bytes:
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    made = Workbook()
    sheet = made.active
    as_typed, bold = Alignment(vertical="top", wrap_text=True), Font(bold=True)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number, cells in enumerate(rows, start=1):
        for place, text in enumerate(cells, start=1):
            cell = sheet.cell(number, place)
            # As text it keeps its zeros, and is no formula and no date.
            cell.number_format = "@"
            if text:
                cell.value = text
                cell.data_type = "s"
            cell.alignment = as_typed
            if number == 1:
                cell.font = bold
                continue
            note = notes.get((cells[-1], rows[0][place - 1]))
            cell.comment = Comment(note, "") if note else None
    sheet.freeze_panes = "A2"
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def _notes(path: Path, key: str) -> Notes:
    """Return the notes on the cells of a sheet, whose column ``key`` names each row."""
    from openpyxl import load_workbook

    if not path.exists():
        return {}
    rows = [list(row) for row in load_workbook(path).worksheets[0].iter_rows()]
    titles = [str(cell.value) for cell in rows[0]] if rows else []
    if key not in titles:
        return {}
    return {
        (str(row[titles.index(key)].value), title): cell.comment.text
        for row in rows[1:]
        for title, cell in zip(titles, row, strict=False)
        if cell.comment
    }
