r"""Weights for an index: equal ones, and two rules that read them off the data (chapter 18).

Entropy and CRITIC are often called objective. What they reward is that an indicator differs between
units, not that it matters: an indicator in which all but one unit have nothing gets the most.
"""

from __future__ import annotations

from math import fsum, log

from nqpf.models.measurement.tables import Table, checked_table, columns, deviation, dot, mean


def equal_weights(count: int) -> list[float]:
    """Return the same weight for each of ``count`` indicators; they sum to 1.

    Parameters: ``count`` a whole number of at least 1. Returns fractions. Raises ``ValueError``
    below 1. Source: :cite:t:`nardo2008`, step 6.

    >>> equal_weights(4)
    [0.25, 0.25, 0.25, 0.25]
    """
    if count < 1:
        raise ValueError(f"count = {count}: an index has at least one indicator.")
    return [1 / count] * count


def entropy_weights(table: Table) -> list[float]:
    r"""Return the entropy weights of the indicators of a table that is on one scale already.

    With each indicator's values as shares of their sum, :math:`e_j = -\sum_i p_{ij} \ln p_{ij} /
    \ln m` over m units, and a weight is in proportion to :math:`1 - e_j`; where a share is 0, its
    term is 0. Parameters: ``table`` of units by indicators, at least two rows, no number negative.
    Returns fractions that sum to 1. Raises ``ValueError`` for a negative number, an indicator that
    is 0 everywhere, or if no indicator differs between units. Source: :cite:t:`hwang1981`.

    >>> [round(weight, 6) for weight in entropy_weights([[1, 0], [1, 0], [1, 0], [1, 5]])]
    [0.0, 1.0]
    """
    rows = checked_table(table, low=0.0, fewest=2)
    return _in_proportion([1 - _entropy(place, one) for place, one in enumerate(columns(rows))])


def critic_weights(table: Table) -> list[float]:
    r"""Return the CRITIC weights of the indicators of a table that is on one scale already.

    A weight is in proportion to :math:`s_j \sum_k (1 - r_{jk})`: the standard deviation of an
    indicator times how little it correlates with the others. Which standard deviation makes no
    difference to the weights. Parameters: ``table`` of units by indicators, at least two rows and
    two columns. Returns fractions that sum to 1. Raises ``ValueError`` for a constant indicator or
    if all indicators say the same. Source: :cite:t:`diakoulaki1995`.

    >>> [round(weight, 6) for weight in critic_weights([[0, 0, 1], [0, 0, 0], [1, 1, 0]])]
    [0.25, 0.25, 0.5]
    """
    listed = columns(checked_table(table, fewest=2))
    if len(listed) < 2:
        raise ValueError("CRITIC compares indicators: give at least two columns.")
    spreads = [deviation(column, correction=0) for column in listed]
    for place, spread in enumerate(spreads):
        if spread == 0:
            raise ValueError(f"indicator {place} is constant: it correlates with nothing.")
    centred = [[value - mean(column) for value in column] for column in listed]
    conflicts = [
        fsum(
            1 - dot(one, other) / (len(one) * spread * other_spread)
            for other, other_spread in zip(centred, spreads, strict=True)
            if other is not one
        )
        for one, spread in zip(centred, spreads, strict=True)
    ]
    return _in_proportion([s * c for s, c in zip(spreads, conflicts, strict=True)])


def _entropy(place: int, column: list[float]) -> float:
    """Return the entropy of a column as a fraction of the largest there can be."""
    whole = fsum(column)
    if whole == 0:
        raise ValueError(f"indicator {place} is 0 everywhere: its shares are undefined.")
    shares = [value / whole for value in column if value > 0]
    return -fsum(share * log(share) for share in shares) / log(len(column))


def _in_proportion(parts: list[float]) -> list[float]:
    """Return the parts divided by their sum; what is only rounding counts as 0."""
    found = [part if part > 1e-12 else 0.0 for part in parts]
    whole = fsum(found)
    if whole == 0:
        raise ValueError("no indicator tells units apart by itself: no weights follow.")
    return [part / whole for part in found]
