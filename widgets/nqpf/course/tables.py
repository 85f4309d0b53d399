"""Tables that lecturers open in a spreadsheet: written whole, and read as they come back.

A cell that begins like a formula is kept from being one by an apostrophe, because a student's name
may be ``=cmd|…``; reading takes it off again. A spreadsheet program saves a table with its own
separator and in its own encoding: both are found out.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from nqpf.own_table.decoding import decoded
from nqpf.whole import write_whole

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
SEPARATORS = (",", ";", "\t", "，")
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class TableError(ValueError):
    """A file is no table that can be read; the message says what to do."""


def write_table(
    path: Path,
    columns: Sequence[str],
    records: Iterable[Mapping[str, Any]],
    *,
    mark: bool = True,
    as_they_are: Collection[str] = (),
) -> None:
    """Write a CSV file that spreadsheets read as text and numbers, in one step.

    ``mark`` puts the sign at the start that makes Excel read UTF-8. ``as_they_are`` are columns
    that a platform matches letter by letter, so that nothing may be put before them.
    """
    write_whole(
        path,
        table_text(columns, records, as_they_are=as_they_are),
        "utf-8-sig" if mark else "utf-8",
    )


def table_text(
    columns: Sequence[str],
    records: Iterable[Mapping[str, Any]],
    *,
    as_they_are: Collection[str] = (),
) -> str:
    """Return a table as the text of a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for record in records:
        cells = {name: record.get(name, "") for name in columns}
        writer.writerow(
            [cell if name in as_they_are else safe(cell) for name, cell in cells.items()]
        )
    return text.getvalue()


def safe(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers.

    >>> safe("=1+1"), safe(-1.5)
    ("'=1+1", -1.5)
    """
    if isinstance(value, (int, float)) or value is None:
        return "" if value is None else value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def unguarded(text: str) -> str:
    """Return a cell without the apostrophe that `safe` put before it.

    >>> unguarded("'-ben"), unguarded("'s-Gravenhage")
    ('-ben', "'s-Gravenhage")
    """
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA_STARTS) else text


def read_table(path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows of a CSV or Excel file, each with its number; blank rows are left out.

    Raises `TableError` if the file is no table, and ``FileNotFoundError`` if it is not there.
    """
    data = path.read_bytes()
    if data.startswith(OLD_EXCEL):
        raise TableError(f"{path} is of an old Excel: save it as .xlsx or as CSV UTF-8.")
    rows = _sheet(path, data) if data.startswith(b"PK") else _text_rows(path, data)
    return [(n, cells) for n, cells in enumerate(rows, start=1) if any(map(str.strip, cells))]


def _sheet(path: Path, data: bytes) -> Iterator[list[str]]:
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and rules that are not read here
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise TableError(f"{path} cannot be read as an Excel file: save it as CSV.") from error
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # some programs say that a sheet has one cell
    for row in sheet.iter_rows(values_only=True):
        yield [_cell(value) for value in row]


def _cell(value: object) -> str:
    if value is None:
        return ""
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
    return unguarded(str(int(value)) if whole else str(value))  # type: ignore[call-overload]  # because whole says that it is a float


def _text_rows(path: Path, data: bytes) -> Iterator[list[str]]:
    text, _encoding = decoded(data)
    if text.lstrip()[:1] == "<":
        raise TableError(f"{path} is a web page, not a table: save it as .xlsx or as CSV UTF-8.")
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep="):
        text = rest
    separator = max(SEPARATORS, key=lambda one: _columns(text, one))
    csv.field_size_limit(100_000_000)
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield [unguarded(cell) for cell in cells]
    except csv.Error as error:
        raise TableError(f"{path} cannot be read as CSV ({error}): save it again.") from error


def _columns(text: str, separator: str) -> int:
    """Return how many columns the first rows have in common with this separator."""
    csv.field_size_limit(100_000_000)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        widths = [len(row) for row, _ in zip(rows, range(8), strict=False) if row]
    except csv.Error:
        return 0
    return max(widths, key=widths.count, default=0) if widths else 0
