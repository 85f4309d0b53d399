"""Every index of one table: two scales, the rules of weights, three ways of adding up (chapter 18).

None of them is false. Where they agree on a rank, it follows from the table; where they do not, it
follows from the choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nqpf.models.measurement.composite import topsis, weighted_products, weighted_sums
from nqpf.models.measurement.index_weights import critic_weights, entropy_weights, equal_weights
from nqpf.models.measurement.indicators import min_max, rank_scores, ranks
from nqpf.models.measurement.tables import Table

SCALES = {"spread": min_max, "ranks": rank_scores}
WAYS = {"sum": weighted_sums, "product": weighted_products, "topsis": topsis}
FLOOR = 0.01


class Index(NamedTuple):
    """An index by its three choices, and the rank that it gives each unit, 1 the first."""

    scale: str
    rule: str
    way: str
    ranks: list[float]


def above_nothing(scale: Table) -> list[list[float]]:
    """Return a scale from 0 to 1 as one from a hundredth to 1, so that a product can be taken.

    Parameters: ``scale`` of units by indicators, numbers from 0 to 1. Returns a table of the same
    shape. Source: derived here; the worst value counts as a hundredth.

    >>> above_nothing([[0, 1]])
    [[0.01, 1.0]]
    """
    return [[FLOOR + (1 - FLOOR) * value for value in row] for row in scale]


def weights_by_rule(scale: Table, own: Sequence[float] | None = None) -> dict[str, Sequence[float]]:
    """Return the weights that each rule gives the indicators of a table on one scale.

    CRITIC is left out where it has no answer: for one indicator, and for indicators that all say
    the same. Parameters: ``scale`` of units by indicators, no number negative; ``own`` weights, if
    there are any besides. Returns lists of one weight an indicator by the name of their rule.
    Raises as ``entropy_weights``. Source: :cite:t:`nardo2008`, step 6.

    >>> list(weights_by_rule([[0, 1, 0], [1, 0, .5], [.4, .2, 1]], own=[1, 2, 3]))
    ['own', 'equal', 'entropy', 'critic']
    >>> list(weights_by_rule([[0, 0], [1, 1]]))
    ['equal', 'entropy']
    """
    found: dict[str, Sequence[float]] = {} if own is None else {"own": own}
    found |= {"equal": equal_weights(len(scale[0])), "entropy": entropy_weights(scale)}
    try:
        found["critic"] = critic_weights(scale)
    except ValueError:
        return found
    return found


def every_index(
    table: Table,
    directions: Sequence[int] | None = None,
    *,
    own: Sequence[float] | None = None,
) -> list[Index]:
    """Return every combination of a scale, a rule of weights and a way of adding up.

    Parameters: ``table`` of units by indicators in any units, at least two rows; ``directions`` as
    for ``min_max``; ``own`` weights as for :func:`weights_by_rule`. Returns the indices, the
    way moving fastest and the scale slowest. Raises as ``min_max`` and ``weighted_sums``.
    Source: :cite:t:`saisana2005`, all combinations instead of a sample.

    >>> found = every_index([[1, 9], [2, 7], [4, 8]])
    >>> len(found), found[0]
    (18, Index(scale='spread', rule='equal', way='sum', ranks=[2.0, 3.0, 1.0]))
    """
    scales = {name: above_nothing(scaled(table, directions)) for name, scaled in SCALES.items()}
    return [
        Index(at, rule, way, ranks(added(scale, weights)))
        for at, scale in scales.items()
        for rule, weights in weights_by_rule(scale, own).items()
        for way, added in WAYS.items()
    ]
