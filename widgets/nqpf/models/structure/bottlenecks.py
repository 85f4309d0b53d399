r"""Bottlenecks: the base that holds a chain back, what mending costs, and a budget over resources.

A chain that needs all its bases does what its lowest base allows, so money for any other base is
lost until the lowest is mended. Where resources only help one another, a budget is spread until
the last yuan adds as much in each place in which it is spent.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import (
    Scalar,
    let,
    maximum,
    minimum,
    model,
    power,
    product,
    total,
    where,
)

ROUNDING = 1e-9
"""A resource this near to its level counts as served, so that one always is."""


@model(symbol="Q_B", unit="fraction")
def level_of_chain(*, base_levels: Sequence[Scalar]) -> Scalar:
    r"""Return what a chain does of what the best makers do, if it needs every one of its bases.

    Parameters: ``base_levels``, fractions. Returns a fraction, the lowest of them. Raises
    ``ValueError`` out of range or for an empty list. Source: the limit of :cite:t:`jones2011` in
    which no link makes up for another.

    >>> level_of_chain(base_levels=[.9, .4, .6, .7])
    0.4
    """
    return minimum(*base_levels)


@model(symbol="C_Q", unit="million yuan")
def cost_of_repair(
    *, base_levels: Sequence[Scalar], repair_costs: Sequence[Scalar], target_level: Scalar
) -> Scalar:
    r"""Return the least that brings a chain to a level: the gaps below it, each at its cost.

    Parameters: two lists of one length, fractions and million yuan a point; ``target_level``, a
    fraction. Returns million yuan. Raises ``ValueError`` out of range or for lists of unequal
    length. Source: derived here from :func:`level_of_chain`.

    >>> round(cost_of_repair(base_levels=[.9, .4, .6, .7], repair_costs=[2., 3., 1., 4.],
    ...                      target_level=.7), 6)
    100.0
    """
    return total(
        cost * 100 * maximum(0.0, target_level - level)
        for level, cost in zip(base_levels, repair_costs, strict=True)
    )


@model(symbol="R_J", unit="units")
def output_of_resources(
    *, resource_stocks: Sequence[Scalar], resource_weights: Sequence[Scalar]
) -> Scalar:
    r"""Return what resources yield together, each with its weight: a Cobb-Douglas function.

    Parameters: two lists of one length, units and fractions that sum to 1. Returns units. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: derived here, the weighted
    geometric mean, which is the weak-links form of :cite:t:`jones2011` at an exponent of 0.

    >>> output_of_resources(resource_stocks=[4., 1.], resource_weights=[.5, .5])
    2.0
    """
    return product(
        power(stock, weight)
        for stock, weight in zip(resource_stocks, resource_weights, strict=True)
    )


@model(symbol="m_J", unit="units")
def best_split(
    *,
    resource_budget: Scalar,
    resource_stocks: Sequence[Scalar],
    resource_weights: Sequence[Scalar],
) -> tuple[Scalar, ...]:
    r"""Return how a budget is best spread: the last unit adds the same wherever it is spent.

    Each resource that receives anything ends at one common level times its weight; what stands
    higher already receives nothing. Parameters: ``resource_budget`` and ``resource_stocks`` in
    units, ``resource_weights`` fractions. Returns units, one a resource. Raises ``ValueError`` out
    of range or for lists of unequal length. Source: derived here from
    :func:`output_of_resources`.

    >>> [round(one, 6) for one in best_split(resource_budget=4., resource_stocks=[6., 2., 1.],
    ...                                      resource_weights=[.25, .5, .25])]
    [0.0, 2.666667, 1.333333]
    """
    pairs = list(zip(resource_stocks, resource_weights, strict=True))
    served: list[Scalar] = [1.0] * len(pairs)
    level: Scalar = 0.0
    for turn, _ in enumerate(pairs):
        spread = resource_budget + total(s * on for (s, _), on in zip(pairs, served, strict=True))
        held = total(w * on for (_, w), on in zip(pairs, served, strict=True))
        level = let(f"level_{turn}", spread / held, r"\ell_J")
        served = [
            let(f"served_{turn}_{place}", _whether(s - level * w < ROUNDING), r"o_J")
            for place, (s, w) in enumerate(pairs)
        ]
    return tuple(maximum(0.0, level * w - s) for s, w in pairs)


def _whether(condition: object) -> Scalar:
    """Return 1 where a condition holds, else 0."""
    return where(condition, lambda: 1.0, lambda: 0.0)


@model(symbol="z_{IO}", unit="ratio")
def multiplier_of_links(*, intermediate_share: Scalar) -> Scalar:
    r"""Return by how many percent output rises if every firm becomes one percent more productive.

    Better firms make cheaper inputs, which make other firms' output larger, and so on round.
    Parameters: ``intermediate_share``, a fraction below .9. Returns a ratio. Raises ``ValueError``
    out of range. Source: :cite:t:`jones2011`, the multiplier of intermediate goods.

    >>> multiplier_of_links(intermediate_share=.5)
    2.0
    """
    return 1 / (1 - intermediate_share)
