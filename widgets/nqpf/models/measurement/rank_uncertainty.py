"""How sure is a rank? The same table under a thousand sets of weights (chapter 18).

Nobody knows the right weights. If every set is as likely as any other, a unit has not a rank but a
band of ranks; where bands overlap, the ranking says nothing.
"""

from __future__ import annotations

import random
from itertools import pairwise
from typing import NamedTuple

from nqpf.models.measurement.indicators import ranks
from nqpf.models.measurement.tables import Table, checked_table, dot, value_below_which


class RankBands(NamedTuple):
    """For each unit the ends and the middle of its band of ranks, and how often it comes first."""

    best: tuple[float, ...]
    middle: tuple[float, ...]
    worst: tuple[float, ...]
    first: tuple[float, ...]


def random_weights(count: int, *, draws: int, seed: int | str) -> list[list[float]]:
    """Return sets of random weights, every set that sums to 1 being as likely as any other.

    They are the gaps between sorted draws of ``random()``, whose sequence Python promises to keep,
    and nothing but sorting and subtracting is done to them: they are the same on every machine and
    in the browser. Parameters: ``count`` of indicators and ``draws``, whole numbers of at least 1;
    any ``seed``. Returns ``draws`` lists of ``count`` fractions that sum to 1. Raises
    ``ValueError`` below 1. Source: the weights of :cite:t:`saisana2005`, uniform here.

    >>> [[round(weight, 4) for weight in one] for one in random_weights(3, draws=1, seed=1)]
    [[0.1344, 0.7131, 0.1526]]
    """
    if count < 1 or draws < 1:
        raise ValueError(f"count = {count} and draws = {draws} must both be at least 1.")
    generator = random.Random(seed)
    cuts = (sorted(generator.random() for _cut in range(count - 1)) for _draw in range(draws))
    return [[end - start for start, end in pairwise([0.0, *cut, 1.0])] for cut in cuts]


def rank_bands(
    table: Table, *, draws: int = 1000, seed: int | str = 1, within: float = 0.9
) -> RankBands:
    """Return the band of ranks that each unit takes when the weights of a sum are drawn.

    Parameters: ``table`` of units by indicators on one scale; ``draws`` and ``seed`` as for
    :func:`random_weights`; ``within`` the part of the draws that a band holds, above 0 and at most
    1. Returns ranks for each unit, 1 the first, and the fraction of draws in which it is first (a
    shared first place counts for each). Raises ``ValueError`` out of range or for rows of unequal
    length. Source: :cite:t:`saisana2005`.

    >>> bands = rank_bands([[1, 1], [.6, .2], [.2, .6]])
    >>> bands.best, bands.worst, bands.first
    ((1.0, 2.0, 2.0), (1.0, 3.0, 3.0), (1.0, 0.0, 0.0))
    """
    if not 0 < within <= 1:
        raise ValueError(f"within = {within} is not above 0 and at most 1.")
    rows = checked_table(table)
    drawn = random_weights(len(rows[0]), draws=draws, seed=seed)
    by_draw = [ranks([dot(row, weights) for row in rows]) for weights in drawn]
    by_unit = [sorted(taken) for taken in zip(*by_draw, strict=True)]
    outside = (1 - within) / 2
    return RankBands(
        best=tuple(value_below_which(taken, outside) for taken in by_unit),
        middle=tuple(value_below_which(taken, 0.5) for taken in by_unit),
        worst=tuple(value_below_which(taken, 1 - outside) for taken in by_unit),
        first=tuple(sum(rank < 2 for rank in taken) / draws for taken in by_unit),
    )
