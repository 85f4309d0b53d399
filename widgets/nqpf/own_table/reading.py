"""A file or a pasted text as a table: its encoding, its separator, its head and its rows.

Lines are numbered as an editor numbers them, so that a reader finds what a sentence names.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nqpf.own_table import decoding
from nqpf.own_table.faults import TableFault, shortened
from nqpf.words import _

LARGEST = 2_000_000
"""Bytes that are read at most: a table of units is far smaller."""

SEPARATORS = {"\t": _("tabs"), ";": _("semicolons"), ",": _("commas"), "|": _("upright bars")}


class OwnTable(NamedTuple):
    """A table as read: its head, its rows with the number of their line, and what was noticed."""

    head: list[str]
    rows: list[tuple[int, list[str]]]
    separator: str
    notes: list[str]

    def column(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield the number of the line and the cell of each row in one column."""
        place = self.head.index(name)
        for line, cells in self.rows:
            yield line, cells[place]


def read(path: str | Path) -> OwnTable:
    """Return the table in a file. Raises ``TableFault``, and ``OSError`` without such a file."""
    text, notes = decoded(Path(path).read_bytes())
    table = read_text(text)
    return table._replace(notes=notes + table.notes)


def decoded(raw: bytes) -> tuple[str, list[str]]:
    """Return the text of a file and a sentence about its encoding, if it is not the usual one.

    >>> decoded("省份,研发\\n".encode("gbk"))[0]
    '省份,研发\\n'
    """
    if len(raw) > LARGEST:
        raise TableFault(
            _(
                "The file has {size} MB, and {most} are read at most: keep the rows and columns "
                "that you compare."
            ).format(size=round(len(raw) / 1e6, 1), most=round(LARGEST / 1e6))
        )
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise TableFault(
            _("This is a workbook, not a text: save its sheet as CSV and choose that file.")
        )
    text, encoding = decoding.decoded(raw)
    if "\0" in text or (encoding != "utf-8" and "\ufffd" in text):
        raise TableFault(_("This file is no text: save the table as CSV in UTF-8 and choose that."))
    return text.lstrip("\ufeff"), _noted(encoding)


def _noted(encoding: str) -> list[str]:
    if encoding.startswith("utf"):
        return []
    known = {"gb18030": _("Chinese (GB 18030)"), "cp1252": _("western European (Windows 1252)")}
    return [
        _(
            "The file is not in UTF-8; it was read as {encoding}. If names look wrong, save it as "
            "UTF-8 and choose it again."
        ).format(encoding=known[encoding])
    ]


def read_text(text: str) -> OwnTable:
    r"""Return the table in a text. Raises ``TableFault`` if it is none.

    >>> read_text("unit;x;y\nA;1,5;2\n").head
    ['unit', 'x', 'y']
    """
    body, given = _without_hint(text.lstrip("\ufeff"))
    if not body.strip():
        raise TableFault(_("There is no table yet: choose a file, or paste a table with its head."))
    separator = given or separator_of(body)
    parsed = [(line, cells) for line, cells in _parsed(body, separator) if any(cells)]
    if given:
        parsed = [(line + 1, cells) for line, cells in parsed]
    notes = [_("Cells are set apart by {separator}.").format(separator=SEPARATORS[separator])]
    (first, head), *rows = _without_words_around(parsed, notes)
    head, rows = _without_empty_ends(head, rows)
    _check_head(head, first)
    _check_rows(head, rows, first)
    return OwnTable(_named(head), rows, separator, notes)


def separator_of(text: str) -> str:
    """Return the separator that gives the first rows the same number of cells, of two or more.

    Raises ``TableFault`` if there is none.

    >>> separator_of("a;b\\n1,5;2\\n"), separator_of("a,b\\n1.5,2\\n")
    (';', ',')
    """

    def fit(separator: str) -> tuple[float, int]:
        rows = [cells for _line, cells in _parsed(text, separator, most=40) if any(cells)]
        wide = _width(rows)
        if wide < 2:
            return 0.0, 0
        return sum(len(cells) == wide for cells in rows) / len(rows), wide

    best = max(SEPARATORS, key=fit)
    if fit(best)[1] < 2:
        raise TableFault(
            _(
                "Line 1 has a single cell: put a comma, a semicolon or a tab between the names of "
                "columns, and between cells."
            )
        )
    return best


def _width(rows: list[list[str]]) -> int:
    """Return how many cells most rows have; of two numbers that are as common, the larger."""
    counts = Counter(map(len, rows))
    return max(counts, key=lambda wide: (counts[wide], wide), default=0)


def _without_words_around(
    parsed: list[tuple[int, list[str]]], notes: list[str]
) -> list[tuple[int, list[str]]]:
    """Return a table without titles above it and remarks below it, as offices publish theirs.

    A line above is no head if less than half as many cells are filled as most lines have. What was
    left out is noted.
    """
    wide = _width([cells for _line, cells in parsed])
    first = next(
        (place for place, (_line, cells) in enumerate(parsed) if 2 * sum(map(bool, cells)) >= wide),
        0,
    )
    last = len(parsed)
    while last > first + 1 and _is_remark(parsed[last - 1][1], wide):
        last -= 1
    if first:
        notes.append(
            _("What stands above the names of columns, in line {line}, was left out.").format(
                line=parsed[first][0]
            )
        )
    if last < len(parsed):
        notes.append(
            _("What stands below the table, from line {line} on, was left out.").format(
                line=parsed[last][0]
            )
        )
    return parsed[first:last]


def _is_remark(cells: list[str], wide: int) -> bool:
    """Return whether a line is words alone: a unit without figures has their empty cells."""
    filled = [cell for cell in cells if cell]
    return (
        wide > 1 and len(filled) == 1 and (len(cells) < wide or bool(re.search("[:：]", filled[0])))
    )


def _without_hint(text: str) -> tuple[str, str]:
    """Return a text without the line by which Excel names a separator, and that separator."""
    hint = re.match(r"sep=([\t;,|])\r?\n", text, re.IGNORECASE)
    return (text[hint.end() :], hint[1]) if hint else (text, "")


def _parsed(text: str, separator: str, most: int = 10**9) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a text with the number of the line on which each begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    try:
        for cells in reader:
            yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
            if reader.line_num >= most:
                return
    except csv.Error as error:
        raise TableFault(
            _(
                "Line {line} cannot be read as CSV ({error}): look for a quotation mark that is "
                "never closed."
            ).format(line=line, error=error)
        ) from None


def _without_empty_ends(
    head: list[str], rows: list[tuple[int, list[str]]]
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the table without columns at its end that hold nothing, as spreadsheets write them."""
    last = len(head)
    while last and not head[last - 1] and not any(any(cells[last - 1 :]) for _line, cells in rows):
        last -= 1
    cut = head[:last]
    return cut, [(line, cells if any(cells[last:]) else cells[:last]) for line, cells in rows]


def _check_head(head: list[str], line: int) -> None:
    if all(re.fullmatch(r"[-+]?[\d.,\s]*", name) for name in head):
        raise TableFault(
            _(
                "Line {line} holds numbers alone: put a line above it that names the columns."
            ).format(line=line)
        )
    seen: dict[str, int] = {}
    for place, name in enumerate(head, start=1):
        if name and name in seen:
            raise TableFault(
                _(
                    "Columns {first} and {second} are both called {name}: give one of them "
                    "another name in line {line}."
                ).format(first=seen[name], second=place, name=shortened(name), line=line)
            )
        seen[name] = place


def _check_rows(head: list[str], rows: list[tuple[int, list[str]]], first: int) -> None:
    for line, cells in rows:
        if len(cells) != len(head):
            raise TableFault(
                _(
                    "Line {line} has {found} cells and line {first} names {wanted} columns: add or "
                    "take out what is too few or too many; a cell with the separator in it stands "
                    "in quotation marks."
                ).format(line=line, found=len(cells), first=first, wanted=len(head))
            )


def _named(head: list[str]) -> list[str]:
    """Return the head with a name for each column that has none."""
    return [name or _("column {place}").format(place=at) for at, name in enumerate(head, start=1)]
