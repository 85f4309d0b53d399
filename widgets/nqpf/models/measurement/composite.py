"""Composite indices: from a table and weights to one score a unit (chapter 18).

Sums let one indicator make up for another, products less so, and TOPSIS measures how near a unit
is to the best and how far from the worst of those that happen to be in the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, fsum, hypot, log

from nqpf.models.measurement.indicators import checked_directions
from nqpf.models.measurement.tables import (
    Table,
    check_length,
    checked_list,
    checked_table,
    columns,
    dot,
)


def weighted_sums(table: Table, weights: Sequence[float]) -> list[float]:
    """Return the weighted arithmetic mean of each unit's indicators.

    Parameters: ``table`` of units by indicators on one scale; ``weights`` one an indicator, not
    negative, divided by their sum. Returns one score a unit on the scale of the table. Raises
    ``ValueError`` for unequal lengths, negative weights or weights that are all 0. Source:
    :cite:t:`nardo2008`, step 6.

    >>> weighted_sums([[0, 1], [1, .5]], [1, 3])
    [0.75, 0.625]
    """
    rows, shares = _checked(table, weights)
    return [dot(row, shares) for row in rows]


def weighted_products(table: Table, weights: Sequence[float]) -> list[float]:
    """Return the weighted geometric mean of each unit's indicators, which must be positive.

    A unit cannot make up for an indicator near 0 by any other. Parameters and errors as for
    :func:`weighted_sums`, and ``ValueError`` for a number of 0 or less. Returns one score a unit.
    Source: :cite:t:`nardo2008`, step 6.

    >>> [round(score, 6) for score in weighted_products([[.25, 1], [.5, .5]], [1, 1])]
    [0.5, 0.5]
    """
    rows, shares = _checked(table, weights)
    if min(map(min, rows)) <= 0:
        raise ValueError("a geometric mean needs positive numbers: shift or drop what is 0.")
    return [exp(dot([log(value) for value in row], shares)) for row in rows]


def topsis(
    table: Table, weights: Sequence[float], directions: Sequence[int] | None = None
) -> list[float]:
    """Return how near each unit is to the ideal, the best value of every indicator.

    Indicators are divided by the root of their sum of squares and weighted. The score is the
    distance from the worst over the sum of the distances from best and worst. Parameters: ``table``
    of units by indicators in any units; ``weights`` as for :func:`weighted_sums`; ``directions`` 1
    or -1 an indicator, all 1 if left out. Returns numbers from 0 to 1. Raises ``ValueError`` for
    unequal lengths, an indicator that is 0 everywhere, or units that are all alike. Source:
    :cite:t:`hwang1981`.

    >>> [round(score, 6) for score in topsis([[4, 0], [2, 1], [0, 2]], [1, 1])]
    [0.5, 0.5, 0.5]
    """
    rows, shares = _checked(table, weights)
    signs = checked_directions(directions, len(shares))
    listed = []
    for place, (column, share, sign) in enumerate(zip(columns(rows), shares, signs, strict=True)):
        length = hypot(*column)
        if length == 0:
            raise ValueError(f"indicator {place} is 0 everywhere: it cannot be scaled.")
        listed.append([sign * share * value / length for value in column])
    best, worst = [max(column) for column in listed], [min(column) for column in listed]
    if best == worst:
        raise ValueError("all units are alike: none is nearer to the ideal than another.")
    near = [(_distance(row, best), _distance(row, worst)) for row in columns(listed)]
    return [from_worst / (from_best + from_worst) for from_best, from_worst in near]


def _checked(table: Table, weights: Sequence[float]) -> tuple[list[list[float]], list[float]]:
    rows = checked_table(table)
    listed = checked_list(weights, name="weights", low=0.0)
    check_length(listed, len(rows[0]), name="weights", of="indicators")
    whole = fsum(listed)
    if whole == 0:
        raise ValueError("weights are all 0: give at least one indicator some weight.")
    return rows, [weight / whole for weight in listed]


def _distance(first: Sequence[float], second: Sequence[float]) -> float:
    return hypot(*(one - two for one, two in zip(first, second, strict=True)))
