r"""One market or many: what borders between regions cost (chapter 5).

A border cost of 1.2 means that 1.2 units must be sent for 1 to arrive. Regions are alike and all
goods can be traded, so the gains here are an upper bound.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, count, exp, let, model, total


@model(symbol=r"\pi", unit="fraction of spending")
def home_share_of_region(
    *, number_of_regions: Scalar, trade_cost: Scalar, trade_elasticity: Scalar
) -> Scalar:
    r"""Return the share of spending on a region's own goods, when all regions are alike.

    Parameters: scalars or arrays of one shape; ``number_of_regions`` from 2 to 31, ``trade_cost``
    from 1 to 3, ``trade_elasticity`` from 3 to 8. Returns a fraction. Raises ``ValueError`` out of
    range. Source: :cite:t:`arkolakis2012`, with regions alike.

    >>> round(home_share_of_region(number_of_regions=30., trade_cost=1.5, trade_elasticity=5.), 6)
    0.207515
    """
    return 1 / (1 + (number_of_regions - 1) * trade_cost**-trade_elasticity)


@model(symbol="W", unit="ratio")
def welfare_from_trade(
    *, number_of_regions: Scalar, trade_cost: Scalar, trade_elasticity: Scalar
) -> Scalar:
    r"""Return welfare as a multiple of what a region would have on its own.

    Parameters: as for :func:`home_share_of_region`. Returns a ratio of at least 1. Raises
    ``ValueError`` out of range. Source: :cite:t:`arkolakis2012`, with regions alike.

    >>> round(welfare_from_trade(number_of_regions=30., trade_cost=1.5, trade_elasticity=5.), 6)
    1.369589
    """
    partners = (number_of_regions - 1) * trade_cost**-trade_elasticity
    return (1 + partners) ** (1 / trade_elasticity)


@model(symbol="W", unit="ratio")
def welfare_from_home_share(*, home_share: Scalar, trade_elasticity: Scalar) -> Scalar:
    r"""Return welfare as a multiple of autarky, read off the share of spending on own goods.

    Parameters: scalars or arrays of one shape; ``home_share`` a fraction above 0,
    ``trade_elasticity`` from 3 to 8. Returns a ratio of at least 1. Raises ``ValueError`` out of
    range. Source: :cite:t:`arkolakis2012`.

    >>> round(welfare_from_home_share(home_share=1/32, trade_elasticity=5.), 6)
    2.0
    """
    return home_share ** (-1 / trade_elasticity)


@model(symbol="M_o", unit="index")
def market_access(
    *, trade_costs: Sequence[Scalar], incomes: Sequence[Scalar], trade_elasticity: Scalar
) -> Scalar:
    r"""Return the incomes that a region can sell to, each discounted by the cost of reaching it.

    Parameters: two lists of one length, one value for each region reached (the region itself at
    cost 1): ``trade_costs`` from 1 to 3 and ``incomes`` as positive indices; ``trade_elasticity``
    from 3 to 8. Returns an index. Raises ``ValueError`` out of range or for lists of unequal
    length. Source: :cite:t:`donaldson2016`.

    >>> round(market_access(trade_costs=[1., 1.2, 1.5], incomes=[1., 2., 1.],
    ...                     trade_elasticity=5.), 6)
    1.935442
    """
    return total(
        cost**-trade_elasticity * income for cost, income in zip(trade_costs, incomes, strict=True)
    )


@model(symbol="F_B", unit="ratio")
def border_effect(*, border_coefficient: Scalar) -> Scalar:
    r"""Return how many times as much is traded within a border as across it.

    Parameters: a scalar or array, the coefficient of a gravity equation in logs. Returns a ratio of
    at least 1. Raises ``ValueError`` out of range. Source: :cite:t:`mccallum1995`.

    >>> round(border_effect(border_coefficient=3.09), 3)
    21.977
    """
    return exp(border_coefficient)


@model(symbol="t_B", unit="fraction of the price", elasticity_of_substitution=(1.5, 8.0))
def tariff_equivalent(*, border_coefficient: Scalar, elasticity_of_substitution: Scalar) -> Scalar:
    r"""Return the tariff that would cut trade as much as the border does.

    Parameters: scalars or arrays of one shape; ``border_coefficient`` in logs and the
    ``elasticity_of_substitution`` between goods of different regions, from 1.5 to 8. Returns a
    fraction of the price. Raises ``ValueError`` out of range. Source: :cite:t:`anderson2003`.

    >>> round(tariff_equivalent(border_coefficient=1.65, elasticity_of_substitution=5.), 4)
    0.5106
    """
    return exp(border_coefficient / (elasticity_of_substitution - 1)) - 1


@model(symbol=r"\operatorname{Var} \Delta p", unit="squared log points")
def price_dispersion(*, price_changes: Sequence[Scalar]) -> Scalar:
    r"""Return the variance of changes in relative prices over goods: low if markets are one.

    Parameters: a list with the change in the log of each good's price in one region relative to
    another. Returns the population variance. Raises ``ValueError`` out of range. Source: used for
    China after :cite:t:`young2000`.

    >>> round(price_dispersion(price_changes=[-.1, .1]), 6)
    0.01
    """
    goods = count(price_changes)
    mean = let("mean_change", total(price_changes) / goods, r"\overline{\Delta p}")
    return total((change - mean) ** 2 for change in price_changes) / goods
