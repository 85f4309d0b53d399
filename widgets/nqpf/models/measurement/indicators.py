"""Indicators on one scale: what has to happen before an index can add them up (chapter 18).

A table has a row for each unit (a province, say) and a column for each indicator. The direction of
an indicator is 1 if more is better and -1 if less is. How the scale is made is a choice, and it
moves the ranking.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nqpf.models.measurement.tables import (
    Table,
    check_length,
    checked_table,
    columns,
    deviation,
    mean,
)


def min_max(table: Table, directions: Sequence[int] | None = None) -> list[list[float]]:
    """Return the table with each indicator spread from 0, its worst value, to 1, its best.

    Parameters: ``table`` of units by indicators in any units, at least two rows; ``directions`` 1
    or -1 an indicator, all 1 if left out. Returns a table of the same shape, numbers from 0 to 1.
    Raises ``ValueError`` for a constant indicator, rows of unequal length, or numbers that are not
    finite. Source: :cite:t:`nardo2008`, step 5.

    >>> min_max([[1, 30], [2, 10], [5, 20]], directions=[1, -1])
    [[0.0, 0.0], [0.25, 1.0], [1.0, 0.5]]
    """

    def scaled(column: Sequence[float], sign: int) -> list[float]:
        low, high = min(column), max(column)
        worst = low if sign == 1 else high
        return [abs(value - worst) / (high - low) for value in column]

    return _by_indicator(table, directions, scaled)


def standard_scores(
    table: Table, directions: Sequence[int] | None = None, *, correction: int = 1
) -> list[list[float]]:
    """Return the table in standard deviations from each indicator's mean.

    Parameters: as for :func:`min_max`; ``correction`` 1 divides the squares by one less than the
    number of units (a sample), 0 by their number (all there are). Returns a table of the same
    shape, in standard deviations; half of it is negative, so no entropy can be taken of it. Raises
    as :func:`min_max`. Source: :cite:t:`nardo2008`, step 5.

    >>> standard_scores([[1], [2], [3]])
    [[-1.0], [0.0], [1.0]]
    """
    if correction not in (0, 1):
        raise ValueError(f"correction = {correction} is neither 0 nor 1.")

    def scaled(column: Sequence[float], sign: int) -> list[float]:
        centre, spread = mean(column), deviation(column, correction=correction)
        return [sign * (value - centre) / spread + 0.0 for value in column]

    return _by_indicator(table, directions, scaled)


def rank_scores(table: Table, directions: Sequence[int] | None = None) -> list[list[float]]:
    """Return the table with each indicator's ranks, from 0 for the last unit to 1 for the first.

    Units with one value share the mean of their ranks. Parameters, shape and errors as for
    :func:`min_max`. Returns numbers from 0 to 1. Source: :cite:t:`nardo2008`, step 5.

    >>> rank_scores([[1], [9], [9], [100]])
    [[0.0], [0.5], [0.5], [1.0]]
    """

    def scaled(column: Sequence[float], sign: int) -> list[float]:
        last = len(column) - 1
        return [(last + 1 - rank) / last for rank in ranks([sign * value for value in column])]

    return _by_indicator(table, directions, scaled)


def ranks(scores: Sequence[float]) -> list[float]:
    """Return the rank of each score: 1 for the largest, and for equal scores the mean rank.

    Parameters: ``scores``, finite numbers. Returns one rank a score, from 1 to their number; a half
    where two share a place. Source: derived here by counting.

    >>> ranks([.2, .9, .9, .1])
    [3.0, 1.5, 1.5, 4.0]
    """
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    found = [0.0] * len(scores)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and scores[order[end]] == scores[order[start]]:
            end += 1
        for place in order[start:end]:
            found[place] = (start + 1 + end) / 2
        start = end
    return found


def checked_directions(directions: Sequence[int] | None, count: int) -> list[int]:
    """Return the direction of each of ``count`` indicators: 1 if more is better, -1 if less is.

    Raises ``ValueError`` for another number or another length.

    >>> checked_directions(None, 2)
    [1, 1]
    """
    found = [1] * count if directions is None else list(directions)
    check_length(found, count, name="directions", of="indicators")
    if set(found) - {1, -1}:
        raise ValueError(f"directions = {found}: 1 if more is better, -1 if less is.")
    return found


def _by_indicator(
    table: Table,
    directions: Sequence[int] | None,
    scaled: Callable[[Sequence[float], int], list[float]],
) -> list[list[float]]:
    rows = checked_table(table, fewest=2)
    signs = checked_directions(directions, len(rows[0]))
    found = []
    for place, (column, sign) in enumerate(zip(columns(rows), signs, strict=True)):
        if min(column) == max(column):
            raise ValueError(
                f"indicator {place} is {column[0]:g} everywhere: it tells no unit from another, "
                "so leave it out."
            )
        found.append(scaled(column, sign))
    return columns(found)
