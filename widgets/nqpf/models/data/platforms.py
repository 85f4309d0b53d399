r"""Pipeline or platform: a fixed margin from the first day, or two sides that need each other (11).

A pipeline buys, makes and sells, and earns a margin on each customer. A platform lets buyers and
sellers meet: each side comes for the other, so it can earn more than any margin, or fail to start.
Letting one side in free takes the threshold away, and that side's payments with it.
"""

from __future__ import annotations

from typing import NamedTuple

from nqpf.algebra import Scalar, let, maximum, model, sqrt
from nqpf.models.security.infrastructure import (
    willing_to_join,  # its file declares the joining speed
)


class Members(NamedTuple):
    """The parts of possible buyers and of possible sellers who are on the platform."""

    buyers: Scalar
    sellers: Scalar


def _spread(buyer_price: Scalar, seller_price: Scalar) -> Scalar:
    """Return how far apart the two levels of a side are at which nobody comes or goes."""
    square = (1 + seller_price - buyer_price) ** 2 - 4 * seller_price
    return let("spread", sqrt(maximum(0.0, square)), "r_{PF}")


@model(symbol=(r"b_{PF}^{\ast}", r"n_{PF}^{\ast}"), unit="fraction")
def critical_members(*, buyer_price: Scalar, seller_price: Scalar) -> Members:
    r"""Return the members from which a platform neither grows nor shrinks, but would not stay.

    Whoever values a full other side at v, with v even between 0 and 1, joins if v times the part
    of the other side that is there is worth the price. With one side free it is 0 for the other.
    Parameters: scalars or arrays of one shape, ratios from 0 to 1/4, within which both sides can
    stay. Returns two fractions. Raises ``ValueError`` out of range. Source: derived here, the
    threshold of :cite:t:`rohlfs1974` for two sides; its two dimensions, :cite:t:`evans2010`.

    >>> [round(one, 6) for one in critical_members(buyer_price=.16, seller_price=.16)]
    [0.2, 0.2]
    """
    spread = _spread(buyer_price, seller_price)
    difference = seller_price - buyer_price
    return Members((1 + difference - spread) / 2, (1 - difference - spread) / 2)


@model(symbol=(r"\bar{b}_{PF}", r"\bar{n}_{PF}"), unit="fraction")
def members_of_grown_platform(*, buyer_price: Scalar, seller_price: Scalar) -> Members:
    r"""Return the members that a platform keeps once it is over its threshold.

    Parameters: as for :func:`critical_members`. Returns two fractions. Raises ``ValueError`` out
    of range. Source: derived here, the grown network of :cite:t:`rohlfs1974` for two sides.

    >>> [round(one, 6) for one in members_of_grown_platform(buyer_price=.16, seller_price=0.)]
    [0.84, 1.0]
    """
    spread = _spread(buyer_price, seller_price)
    difference = seller_price - buyer_price
    return Members((1 + difference + spread) / 2, (1 - difference + spread) / 2)


@model(symbol=("b_{PF,t+1}", "n_{PF,t+1}"), unit="fraction")
def next_members(
    *,
    buyers: Scalar,
    sellers: Scalar,
    buyer_price: Scalar,
    seller_price: Scalar,
    joining_speed: Scalar,
) -> Members:
    r"""Return the members one period on: of those who want to join or leave, some have done so.

    Parameters: scalars or arrays of one shape, fractions and ratios. Returns two fractions. Raises
    ``ValueError`` out of range. Source: derived here, a step towards the members that each side
    wants in the manner of :cite:t:`rohlfs1974`.

    >>> [round(one, 6) for one in next_members(buyers=.5, sellers=.4, buyer_price=.1,
    ...                                        seller_price=.1, joining_speed=.5)]
    [0.625, 0.6]
    """
    wanted = Members(willing_to_join(sellers, buyer_price), willing_to_join(buyers, seller_price))
    return Members(
        buyers + joining_speed * (wanted.buyers - buyers),
        sellers + joining_speed * (wanted.sellers - sellers),
    )


@model(symbol=r"\pi_{PF}", unit="worth of a full platform to a buyer")
def platform_profit(
    *,
    buyers: Scalar,
    sellers: Scalar,
    buyer_price: Scalar,
    seller_price: Scalar,
    seller_worth: Scalar,
    member_cost: Scalar,
) -> Scalar:
    r"""Return what a platform earns in a period, for each possible buyer.

    There are as many possible sellers as buyers. Parameters: scalars or arrays of one shape,
    fractions and ratios; ``seller_worth`` turns the price for sellers into the unit of the other.
    Returns the most that a full platform is worth to a buyer, times a number, negative if prices do
    not cover costs. Raises ``ValueError`` out of range. Source: the monopoly platform of
    :cite:t:`armstrong2006`, fees for membership; which side pays, :cite:t:`rochet2003`.

    >>> round(platform_profit(buyers=.8, sellers=.8, buyer_price=.16, seller_price=.16,
    ...                       seller_worth=1., member_cost=.02), 6)
    0.224
    """
    from_sellers = seller_worth * seller_price - member_cost
    return buyers * (buyer_price - member_cost) + sellers * from_sellers


@model(symbol=r"\pi_{PL}", unit="most worth of what it sells to a buyer")
def pipeline_profit(*, pipeline_cost: Scalar, pipeline_margin: Scalar) -> Scalar:
    r"""Return what a pipeline earns in a period, for each possible buyer.

    It sells at cost plus margin to all who value what it sells more, and needs nobody else to come.
    Parameters: scalars or arrays of one shape, over what it sells is worth to the keenest buyer.
    Returns that worth times a number, 0 if it is too dear for all. Raises ``ValueError`` out of
    range. Source: derived here, a margin times even demand.

    >>> round(pipeline_profit(pipeline_cost=.2, pipeline_margin=.3), 6)
    0.15
    """
    return pipeline_margin * maximum(0.0, 1 - pipeline_cost - pipeline_margin)
