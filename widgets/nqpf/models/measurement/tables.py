"""Tables of numbers: what the indices and the input-output models ask of them.

Not models themselves: a table is a list of rows of equal length, and what is wrong with one is said
before anything is computed. Sums are exact to the last digit, the same in every Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, inf, isfinite

Table = Sequence[Sequence[float]]


def checked_list(values: Sequence[float], *, name: str, low: float = -inf) -> list[float]:
    """Return the values as floats.

    Raises ``TypeError`` for what is no number, ``ValueError`` for an empty list, a number that is
    not finite and a number below ``low``.

    >>> checked_list([1, 2], name="shares", low=0)
    [1.0, 2.0]
    """
    if not len(values):
        raise ValueError(f"{name} is empty: give at least one number.")
    for place, value in enumerate(values):
        if isinstance(value, (bool, str)) or not hasattr(value, "__float__"):
            raise TypeError(f"{name}[{place}] must be a number, got {value!r}.")
        if not isfinite(value):
            raise ValueError(f"{name}[{place}] = {value} is not finite.")
        if value < low:
            raise ValueError(f"{name}[{place}] = {value} is below {low:g}.")
    return [float(value) for value in values]


def checked_table(
    table: Table, *, name: str = "table", low: float = -inf, fewest: int = 1
) -> list[list[float]]:
    """Return the rows of a table as lists of floats.

    Raises ``ValueError`` for fewer rows than ``fewest`` and for rows of unequal length, and what
    :func:`checked_list` raises.

    >>> checked_table([[1, 2], [3, 4]])
    [[1.0, 2.0], [3.0, 4.0]]
    """
    if len(table) < fewest:
        raise ValueError(f"{name} has {len(table)} rows: at least {fewest} are needed.")
    rows = [checked_list(row, name=f"{name}[{place}]", low=low) for place, row in enumerate(table)]
    for place, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise ValueError(
                f"{name}: rows of unequal length: row 0 has {len(rows[0])}, row {place} has "
                f"{len(row)} numbers."
            )
    return rows


def check_length(values: Sequence[object], length: int, *, name: str, of: str) -> None:
    """Raise ``ValueError`` unless there are as many values as ``of`` has.

    >>> check_length([.5, .5], 2, name="weights", of="indicators")
    """
    if len(values) != length:
        raise ValueError(f"{name} has {len(values)} values for {length} {of}.")


def columns(rows: Table) -> list[list[float]]:
    """Return the columns of a table.

    >>> columns([[1., 2.], [3., 4.]])
    [[1.0, 3.0], [2.0, 4.0]]
    """
    return [list(column) for column in zip(*rows, strict=True)]


def dot(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the sum of the products of two lists of one length.

    >>> dot([1., 2.], [3., 4.])
    11.0
    """
    return fsum(one * two for one, two in zip(first, second, strict=True))


def mean(values: Sequence[float]) -> float:
    """Return the mean.

    >>> mean([1., 2., 6.])
    3.0
    """
    return fsum(values) / len(values)


def deviation(values: Sequence[float], *, correction: int) -> float:
    """Return the standard deviation, the squares divided by their number less ``correction``.

    Zero describes exactly these values, one estimates from a sample.

    >>> deviation([1., 3.], correction=0)
    1.0
    """
    centre = mean(values)
    squares = fsum((value - centre) ** 2 for value in values)
    return float((squares / (len(values) - correction)) ** 0.5)


def value_below_which(ordered: Sequence[float], part: float) -> float:
    """Return the value below which a part of an ordered list lies; always one of the list.

    >>> value_below_which([1., 2., 3., 4.], .5)
    3.0
    """
    return ordered[min(int(part * len(ordered)), len(ordered) - 1)]
