r"""Networks small enough to solve by hand: two sectors, and three stages (chapter 13).

Two sectors that buy from each other show what the inverse of a table does. Three stages with a
wedge on each link show why a sector far from the buyer may be too small, and when it is too large.
"""

from __future__ import annotations

from typing import NamedTuple

from nqpf.algebra import Scalar, let, model


class TwoOutputs(NamedTuple):
    """What two sectors make."""

    first: Scalar
    second: Scalar


class StageGains(NamedTuple):
    """What support of each of three stages adds, from the farthest from the buyer on."""

    upstream: Scalar
    middle: Scalar
    downstream: Scalar


@model(symbol=(r"y_{F1}", r"y_{F2}"), unit="money")
def output_of_two_sectors(
    *,
    first_in_first: Scalar,
    second_in_first: Scalar,
    first_in_second: Scalar,
    second_in_second: Scalar,
    demand_first: Scalar,
    demand_second: Scalar,
) -> TwoOutputs:
    r"""Return what two sectors must make so that buyers get what they want: a 2x2 inverse.

    Parameters: scalars or arrays of one shape. Four coefficients, how much of one sector's product
    goes into a unit of another's, each at most 0.45, so that the table is productive; two demands
    in money. Returns money. Raises ``ValueError`` out of range. Source: :cite:t:`miller2009`,
    chapter 2.

    >>> made = output_of_two_sectors(first_in_first=0., second_in_first=.4, first_in_second=.25,
    ...                              second_in_second=0., demand_first=90., demand_second=0.)
    >>> [round(one, 6) for one in made]
    [100.0, 40.0]
    """
    whole = let(
        "determinant",
        (1 - first_in_first) * (1 - second_in_second) - second_in_first * first_in_second,
        r"D_F",
    )
    return TwoOutputs(
        first=((1 - second_in_second) * demand_first + first_in_second * demand_second) / whole,
        second=(second_in_first * demand_first + (1 - first_in_first) * demand_second) / whole,
    )


@model(symbol=(r"g_{V1}", r"g_{V2}", r"g_{V3}"), unit="yuan a yuan")
def gains_of_support(
    *, stage_input_share: Scalar, first_link_wedge: Scalar, second_link_wedge: Scalar
) -> StageGains:
    r"""Return what a yuan of support for workers of each of three stages adds to output, net.

    Each stage buys from the one before and pays a wedge above its cost, or below it if the wedge is
    negative; taxes that fall on all alike pay for the support, and labour is given. Parameters:
    scalars or arrays of one shape, a fraction and two wedges. Returns yuan a yuan of support, 0 for
    all without wedges. Raises ``ValueError`` out of range. Source: derived here for a chain, from
    the distortion centrality of :cite:t:`liu2019`.

    >>> gains = gains_of_support(stage_input_share=.5, first_link_wedge=.25, second_link_wedge=0.)
    >>> [round(one, 6) for one in gains]
    [0.1875, -0.05, -0.05]
    """
    middle = let("middle", stage_input_share / (1 + second_link_wedge), r"z_{V2}")
    upstream = let("upstream", middle * stage_input_share / (1 + first_link_wedge), r"z_{V1}")
    paid = let("paid", upstream + (1 - stage_input_share) * (middle + 1), r"z_V")
    return StageGains(
        upstream=(1 + first_link_wedge) * (1 + second_link_wedge) * paid - 1,
        middle=(1 + second_link_wedge) * paid - 1,
        downstream=paid - 1,
    )
