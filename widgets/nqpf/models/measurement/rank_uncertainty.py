"""How sure is a rank? The same table under a thousand sets of weights (chapter 18).

Nobody knows the right weights. If every set is as likely as any other, a unit has not a rank but a
band of ranks. Who is sure of some weights draws near to them, and who is not sure how indicators
are to be brought to one scale draws that too. Of two units whose bands overlap, the ranking says
little; how often the one stands above the other says it better.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nqpf.models.measurement.index_weights import equal_weights
from nqpf.models.measurement.indicators import ranks
from nqpf.models.measurement.tables import (
    Table,
    check_length,
    checked_list,
    checked_table,
    dot,
    value_below_which,
)


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


def drawn_ranks(
    scales: Sequence[Table],
    *,
    weights: Sequence[float] | None = None,
    freedom: float = 1.0,
    draws: int = 1000,
    seed: int | str = 1,
) -> list[list[float]]:
    """Return the ranks of all units in each of many indices whose weights and scale are drawn.

    Parameters: ``scales``, the same units and indicators brought to one scale in one or more ways,
    each as likely as any other; ``weights`` one an indicator, not negative, equal if left out;
    ``freedom`` from 0, these weights alone, to 1, any weights, between which the weights of a draw
    are a mean of the two; ``draws`` and ``seed`` as for :func:`random_weights`. Returns one list a
    draw of one rank a unit, 1 the first. Raises ``ValueError`` out of range, for scales of unequal
    shape and for weights that are all 0. Source: :cite:t:`saisana2005`.

    >>> drawn_ranks([[[1, 1], [.6, .2], [.2, .6]]], weights=[3, 1], freedom=0., draws=1)
    [[1.0, 2.0, 3.0]]
    """
    tables = [checked_table(scale, name=f"scales[{place}]") for place, scale in enumerate(scales)]
    if not tables or {(len(one), len(one[0])) for one in tables} != {
        (len(tables[0]), len(tables[0][0]))
    }:
        raise ValueError("scales must be one or more tables of the same units and indicators.")
    if not 0 <= freedom <= 1:
        raise ValueError(f"freedom = {freedom} is not between 0 and 1.")
    own = _own_weights(weights, len(tables[0][0]))
    drawn = random_weights(len(own), draws=draws, seed=seed)
    which = random.Random(f"scale of {seed}")
    found = []
    for other in drawn:
        mixed = [(1 - freedom) * one + freedom * two for one, two in zip(own, other, strict=True)]
        table = tables[which.randrange(len(tables))]
        found.append(ranks([dot(row, mixed) for row in table]))
    return found


def bands_of(drawn: Sequence[Sequence[float]], *, within: float = 0.9) -> RankBands:
    """Return the band of ranks of each unit from its ranks in many draws.

    Parameters: ``drawn`` as :func:`drawn_ranks` returns it; ``within`` the part of the draws that a
    band holds, above 0 and at most 1. Returns ranks for each unit, 1 the first, and the fraction of
    draws in which it is first (a shared first place counts for each). Raises ``ValueError`` out of
    range or for draws of unequal length. Source: :cite:t:`saisana2005`.

    >>> bands_of([[1, 2], [1, 2], [2, 1]]).first
    (0.6666666666666666, 0.3333333333333333)
    """
    if not 0 < within <= 1:
        raise ValueError(f"within = {within} is not above 0 and at most 1.")
    by_draw = checked_table(drawn, name="drawn")
    by_unit = [sorted(taken) for taken in zip(*by_draw, strict=True)]
    outside = (1 - within) / 2
    return RankBands(
        best=tuple(value_below_which(taken, outside) for taken in by_unit),
        middle=tuple(value_below_which(taken, 0.5) for taken in by_unit),
        worst=tuple(value_below_which(taken, 1 - outside) for taken in by_unit),
        first=tuple(sum(rank < 2 for rank in taken) / len(by_draw) for taken in by_unit),
    )


def part_above(drawn: Sequence[Sequence[float]], *, unit: int, other: int) -> float:
    """Return the fraction of draws in which one unit stands above another; a tie counts half.

    Parameters: ``drawn`` as :func:`drawn_ranks` returns it; the places of two units, from 0.
    Returns a fraction from 0 to 1. Raises ``IndexError`` for a unit that is not there. Source:
    derived here by counting.

    >>> part_above([[1, 2], [1, 2], [2, 1], [1.5, 1.5]], unit=0, other=1)
    0.625
    """
    above = sum((ranked[unit] < ranked[other]) for ranked in drawn)
    level = sum((ranked[unit] == ranked[other]) for ranked in drawn)
    return (above + level / 2) / len(drawn)


def rank_bands(
    table: Table, *, draws: int = 1000, seed: int | str = 1, within: float = 0.9
) -> RankBands:
    """Return the band of ranks that each unit takes when the weights of a sum are drawn.

    Parameters: ``table`` of units by indicators on one scale; ``draws`` and ``seed`` as for
    :func:`random_weights`; ``within`` as for :func:`bands_of`. Returns and raises as
    :func:`bands_of`. Source: :cite:t:`saisana2005`.

    >>> bands = rank_bands([[1, 1], [.6, .2], [.2, .6]])
    >>> bands.best, bands.worst, bands.first
    ((1.0, 2.0, 2.0), (1.0, 3.0, 3.0), (1.0, 0.0, 0.0))
    """
    if not 0 < within <= 1:
        raise ValueError(f"within = {within} is not above 0 and at most 1.")
    return bands_of(drawn_ranks([table], draws=draws, seed=seed), within=within)


def _own_weights(weights: Sequence[float] | None, count: int) -> list[float]:
    """Return weights that sum to 1, equal ones if none are given."""
    if weights is None:
        return equal_weights(count)
    listed = checked_list(weights, name="weights", low=0.0)
    check_length(listed, count, name="weights", of="indicators")
    whole = sum(listed)
    if whole == 0:
        raise ValueError("weights are all 0: give at least one indicator some weight.")
    return [weight / whole for weight in listed]
