"""Cells as numbers: decimal commas, separated thousands, and gaps, never guessed at in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from nqpf.exercises.reading import plain
from nqpf.own_table.faults import TableFault, shortened
from nqpf.words import _

GAPS = frozenset(
    ["", "na", "n/a", "n.a", "nan", "null", "none", "missing", "-", "--", ":", "?", "x", "缺失"]
)
"""What stands for a figure that is not there, in lower case and without points at its end."""

POINT = re.compile(r"[-+]?(\d{1,3}(?:[, ']\d{3})+|\d+)?(\.\d+)?(e[-+]?\d{1,3})?")
COMMA = re.compile(r"[-+]?(\d{1,3}(?:[. ']\d{3})+|\d+)?(,\d+)?(e[-+]?\d{1,3})?")
EITHER = re.compile(r"[-+]?[1-9]\d{0,2},\d{3}")


class Cell(NamedTuple):
    """A cell of an indicator: where it stands, what it says, and the same in plain signs."""

    line: int
    column: str
    written: str
    plain: str

    @property
    def is_gap(self) -> bool:
        """Whether no figure is there."""
        return self.plain in GAPS


def cell(line: int, column: str, written: str) -> Cell:
    """Return a cell with its plain signs; a sign of per cent says nothing about order.

    >>> cell(2, "x", "１２％").plain
    '12'
    """
    return Cell(line, column, written, plain(written).removesuffix("%").strip())


def decimal_sign(cells: Iterable[Cell], given: str = "") -> str:
    """Return the sign before decimals that all cells of a table share, "." or ",".

    ``given`` is the reader's own word on it. Raises ``TableFault`` where cells disagree, and where
    a comma may be either, naming the cell.
    """
    if given:
        return given
    told: dict[str, Cell] = {}
    either = None
    for one in cells:
        point, comma = is_number(one.plain, "."), is_number(one.plain, ",")
        if point and comma:
            if EITHER.fullmatch(one.plain):
                either = either or one
        elif point or comma:
            told.setdefault("." if point else ",", one)
    if len(told) == 2:
        first, second = told.values()
        raise TableFault(
            _(
                "Line {line} writes {written} and line {other_line} writes {other}: say above "
                "whether point or comma stands before decimals, or write both alike."
            ).format(
                line=first.line,
                written=shortened(first.written),
                other_line=second.line,
                other=shortened(second.written),
            )
        )
    if either and not told:
        raise TableFault(
            _(
                "Line {line}, column {column}: {written} may be a thousand and more, or one and a "
                "part: say above whether point or comma stands before decimals."
            ).format(
                line=either.line, column=shortened(either.column), written=shortened(either.written)
            )
        )
    return next(iter(told), ".")


def is_number(text: str, decimal: str) -> bool:
    """Return whether plain signs are a number with this sign before decimals.

    >>> is_number("1,234.5", "."), is_number("1,5", "."), is_number("1 234,5", ",")
    (True, False, True)
    """
    found = (POINT if decimal == "." else COMMA).fullmatch(text)
    return found is not None and any(found.group(1, 2))


def value(one: Cell, decimal: str) -> float:
    """Return the number in a cell. Raises ``TableFault`` for what is none.

    >>> value(cell(2, "x", "−1 234,5"), ",")
    -1234.5
    """
    if not is_number(one.plain, decimal):
        raise TableFault(
            _(
                "Line {line}, column {column}: {written} is no number: write one, leave the cell "
                "empty if the figure is missing, or do not use this column."
            ).format(line=one.line, column=shortened(one.column), written=shortened(one.written))
        )
    bare = re.sub("[ ']", "", one.plain)
    other = "," if decimal == "." else "."
    found = float(bare.replace(other, "").replace(decimal, "."))
    if abs(found) > 1e100:
        raise TableFault(
            _("Line {line}, column {column}: {written} is too large: use another unit.").format(
                line=one.line, column=shortened(one.column), written=shortened(one.written)
            )
        )
    return found
