r"""Industry that moves when a border comes down: how a small region can lose (chapter 5).

Where goods are made with large fixed costs, firms like to be where most buyers are and to ship to
the rest, and the more so the less it costs to ship. A lower border then brings a small region
cheaper goods and takes firms from it. Which counts for more hangs on how much of its income comes
with the firms that stand in it.
"""

from __future__ import annotations

from typing import NamedTuple

from nqpf.algebra import Scalar, let, maximum, model, power


class Regions(NamedTuple):
    """Welfare of the small and of the large region."""

    small: Scalar
    large: Scalar


def _industry(small_part: Scalar, freeness: Scalar) -> Scalar:
    return maximum(0.0, 0.5 - (1 + freeness) / (1 - freeness) * (0.5 - small_part))


def _variety(industry: Scalar, freeness: Scalar) -> Scalar:
    """Return what can be bought in a region that has this part of industry."""
    return freeness + (1 - freeness) * industry


@model(symbol="n_P", unit="fraction", trade_cost=(1.02, 3.0))
def industry_of_small_region(
    *, small_part: Scalar, trade_cost: Scalar, trade_elasticity: Scalar
) -> Scalar:
    r"""Return the part of all industry that stands in the small region.

    Firms go where they sell most until both places pay alike. The small region has less industry
    than buyers, and none once trade is free enough. Parameters: scalars or arrays of one shape;
    ``small_part`` from .1 to .45, ``trade_cost`` from 1.02 to 3, ``trade_elasticity`` from 3 to 8.
    Returns a fraction, 0 where all firms are in the large region. Raises ``ValueError`` out of
    range. Source: :cite:t:`martin1995`, where only capital moves.

    >>> round(industry_of_small_region(small_part=.4, trade_cost=3.**.2, trade_elasticity=5.), 6)
    0.3
    """
    freeness = let("freeness", trade_cost**-trade_elasticity, r"\varphi_P")
    return _industry(small_part, freeness)


@model(symbol=("W_P", "W_C"), unit="index", trade_cost=(1.02, 3.0))
def welfare_with_moving_industry(
    *,
    small_part: Scalar,
    local_income: Scalar,
    trade_cost: Scalar,
    trade_elasticity: Scalar,
    industry_spending: Scalar,
) -> Regions:
    r"""Return the welfare of the small and of the large region: income over what goods cost.

    Of income a part comes with the industry of the place, the rest is the same everywhere; where
    firms stand is settled by the buyers alone. Parameters: as for
    :func:`industry_of_small_region`, with ``local_income`` and ``industry_spending`` as fractions.
    Returns two indices; 1 would be the welfare of one region that has all buyers and all industry.
    Raises ``ValueError`` out of range. Source: the price levels of :cite:t:`martin1995`; the part
    of income that moves with the firms is added here.

    >>> both = welfare_with_moving_industry(small_part=.4, local_income=.2, trade_cost=3.**.2,
    ...                                     trade_elasticity=5., industry_spending=.5)
    >>> [round(one, 6) for one in both]
    [0.89212, 1.010531]
    """
    freeness = let("freeness", trade_cost**-trade_elasticity, r"\varphi_P")
    industry = let("industry", _industry(small_part, freeness), "n_P")
    weight = industry_spending / trade_elasticity
    small = 1 - local_income + local_income * industry / small_part
    large = 1 - local_income + local_income * (1 - industry) / (1 - small_part)
    return Regions(
        small * power(_variety(industry, freeness), weight),
        large * power(_variety(1 - industry, freeness), weight),
    )


@model(symbol=r"\kappa_L^{*}", unit="fraction", trade_cost=(1.02, 1.5))
def local_income_that_decides(
    *,
    small_part: Scalar,
    cost_before: Scalar,
    trade_cost: Scalar,
    trade_elasticity: Scalar,
    industry_spending: Scalar,
) -> Scalar:
    r"""Return the part of income from local industry above which the small region loses.

    Parameters: as for :func:`welfare_with_moving_industry`; ``cost_before`` of at least 1.55 and
    ``trade_cost`` of at most 1.5. Returns a fraction, 1 where the region never had
    industry to lose. Raises ``ValueError`` out of range. Source: derived here by setting its gain
    to nothing.

    >>> round(local_income_that_decides(small_part=.3, cost_before=1.6, trade_cost=1.3,
    ...                                 trade_elasticity=5., industry_spending=.5), 4)
    0.0415
    """
    free_before = let("freeness_before", cost_before**-trade_elasticity, r"\varphi_B")
    free_after = let("freeness", trade_cost**-trade_elasticity, r"\varphi_P")
    before = let("industry_before", _industry(small_part, free_before), "n_B")
    after = let("industry", _industry(small_part, free_after), "n_P")
    dearer = let(
        "dearer",
        power(
            _variety(before, free_before) / _variety(after, free_after),
            industry_spending / trade_elasticity,
        ),
        "R_P",
    )
    return (1 - dearer) / (1 - after / small_part - dearer * (1 - before / small_part))
