r"""Regions of different size whose borders are removed one at a time (chapter 5).

Each region has a border cost of its own; trade between two regions bears both. Removing one
region's border helps it and all that trade with it; when all borders go, small regions gain
most. Incomes are given, so wages do not move.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, let, model, total


def _supplies(
    sizes: Sequence[Scalar], border_costs: Sequence[Scalar], trade_elasticity: Scalar
) -> list[tuple[Scalar, Scalar]]:
    """Return each region's size with the supply that reaches its markets, in that unit."""
    open_sizes = [
        (size, let("openness", border**-trade_elasticity, r"\varphi_i"))
        for size, border in zip(sizes, border_costs, strict=True)
    ]
    common = let("common_market", total(size * openness for size, openness in open_sizes), "M")
    return [(size, size + openness * (common - openness * size)) for size, openness in open_sizes]


@model(symbol="W_i", unit="ratio")
def welfare_of_regions(
    *,
    sizes: Sequence[Scalar],
    border_costs: Sequence[Scalar],
    trade_elasticity: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return each region's welfare as a multiple of what it would have on its own.

    Parameters: two lists of one length, one value a region: ``sizes`` as positive indices and
    ``border_costs`` from 1 (no border) to 2; ``trade_elasticity`` from 3 to 8. Returns one ratio of
    at least 1 a region. Raises ``ValueError`` out of range or for lists of unequal length.
    Source: :cite:t:`arkolakis2012`, with border costs that multiply and incomes given.

    >>> welfare = welfare_of_regions(sizes=[7., 1.], border_costs=[1., 1.], trade_elasticity=3.)
    >>> [round(ratio, 4) for ratio in welfare]
    [1.0455, 2.0]
    """
    supplies = _supplies(sizes, border_costs, trade_elasticity)
    return tuple((supply / size) ** (1 / trade_elasticity) for size, supply in supplies)


@model(symbol=r"\pi_i", unit="fraction of spending")
def home_shares_of_regions(
    *,
    sizes: Sequence[Scalar],
    border_costs: Sequence[Scalar],
    trade_elasticity: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return the share of each region's spending that goes to its own goods.

    Parameters: as for :func:`welfare_of_regions`. Returns one fraction above 0 a region. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: as for
    :func:`welfare_of_regions`, :cite:t:`arkolakis2012`.

    >>> home_shares_of_regions(sizes=[3., 1.], border_costs=[1., 1.], trade_elasticity=3.)
    (0.75, 0.25)
    """
    supplies = _supplies(sizes, border_costs, trade_elasticity)
    return tuple(size / supply for size, supply in supplies)


@model(symbol=r"\bar{W}", unit="ratio")
def welfare_of_all_regions(
    *,
    sizes: Sequence[Scalar],
    border_costs: Sequence[Scalar],
    trade_elasticity: Scalar,
) -> Scalar:
    r"""Return mean welfare as a multiple of autarky, each region counted by its size.

    Parameters: as for :func:`welfare_of_regions`. Returns a ratio of at least 1. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: as for
    :func:`welfare_of_regions`, :cite:t:`arkolakis2012`.

    >>> round(welfare_of_all_regions(sizes=[1., 1.], border_costs=[1., 1.], trade_elasticity=3.), 4)
    1.2599
    """
    supplies = _supplies(sizes, border_costs, trade_elasticity)
    weighted = total(size * (supply / size) ** (1 / trade_elasticity) for size, supply in supplies)
    return weighted / total(sizes)
