r"""Early starts: what a record hides, what a lead may cost, when help is repaid (chapter 8).

Where time lowers cost as well, and a lower cost sells more, the slope of a record is not what one
more doubling would do. A head start is worth the edge it leaves, for as long as the edge lasts. A
protected start is repaid if what is lost while learning is less than what is gained afterwards.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, maximum, minimum, model
from nqpf.models.learning import cost_of_early_bird, learning_exponent


@model(
    symbol="g_{EX}", unit="fraction a year", learning_rate=(0.0, 0.35), price_elasticity=(0.5, 1.2)
)
def growth_of_experience(
    *, learning_rate: Scalar, autonomous_fall: Scalar, demand_growth: Scalar,
    price_elasticity: Scalar,
) -> Scalar:  # fmt: skip
    r"""Return how fast all that was ever made grows, when a lower cost sells more.

    Parameters: scalars or arrays of one shape, fractions (``learning_rate`` a doubling, the others
    a year) and a ratio. Returns a fraction a year. Raises ``ValueError`` out of range. Source: the
    steady state of the model in :cite:t:`nordhaus2009`.

    >>> growth_of_experience(learning_rate=0., autonomous_fall=.05, demand_growth=.2,
    ...                      price_elasticity=1.)
    0.25
    """
    exponent = let("exponent", learning_exponent(learning_rate=learning_rate), "b_L")
    pushed = demand_growth + price_elasticity * autonomous_fall
    return pushed / (1 - exponent * price_elasticity)


@model(symbol=r"\hat{\ell}_R", unit="fraction a doubling")
def apparent_learning_rate(
    *, learning_rate: Scalar, autonomous_fall: Scalar, demand_growth: Scalar,
    price_elasticity: Scalar,
) -> Scalar:  # fmt: skip
    r"""Return the learning rate that a record shows, when time lowers cost as well.

    Parameters: as for :func:`growth_of_experience`. Returns a fraction a doubling. Raises
    ``ValueError`` out of range. Source: :cite:t:`nordhaus2009`.

    >>> round(apparent_learning_rate(learning_rate=0., autonomous_fall=.08, demand_growth=.17,
    ...                              price_elasticity=1.), 4)
    0.1989
    """
    exponent = let("exponent", learning_exponent(learning_rate=learning_rate), "b_L")
    fall = autonomous_fall + exponent * demand_growth
    return 1 - 2 ** (-fall / (demand_growth + price_elasticity * autonomous_fall))


@model(symbol="W_{HS}", unit="years of the follower's costs")
def worth_of_head_start(
    *, learning_rate: Scalar, market_growth: Scalar, head_start: Scalar, spillover: Scalar,
    discount_rate: Scalar, edge_years: Scalar,
) -> Scalar:  # fmt: skip
    r"""Return what a head start may cost at most: the discounted edge, at a constant output.

    Parameters: scalars or arrays of one shape, as for ``cost_of_early_bird``, with
    ``discount_rate`` a fraction a year and ``edge_years`` in years. Returns a number of years of
    what the follower's output costs. Raises ``ValueError`` out of range. Source: derived here.

    >>> round(worth_of_head_start(learning_rate=.2, market_growth=.25, head_start=5.,
    ...                           spillover=0., discount_rate=.05, edge_years=10.), 4)
    2.5582
    """
    ratio = let(
        "ratio",
        cost_of_early_bird(
            learning_rate=learning_rate,
            market_growth=market_growth,
            head_start=head_start,
            spillover=spillover,
        ),
        "c_E",
    )
    return (1 - ratio) * (1 - (1 + discount_rate) ** -edge_years) / discount_rate


@model(symbol="c_I", unit="part of the first world price")
def cost_of_infant(*, learning_rate: Scalar, first_cost: Scalar, year_of_making: Scalar) -> Scalar:
    r"""Return what a unit costs an infant that makes as much every year as before its first.

    Parameters: scalars or arrays of one shape; ``learning_rate`` a fraction a doubling,
    ``first_cost`` a ratio of at least 1, ``year_of_making`` in years. Returns a fraction of the
    first world price. Raises ``ValueError`` out of range. Source: derived here from
    :cite:t:`wright1936`.

    >>> cost_of_infant(learning_rate=.2, first_cost=1.5, year_of_making=0.)
    1.5
    """
    exponent = let("exponent", learning_exponent(learning_rate=learning_rate), "b_L")
    return first_cost * (1 + year_of_making) ** -exponent


@model(symbol="p_{WP}", unit="part of the first world price")
def world_price(*, world_fall: Scalar, year_of_making: Scalar) -> Scalar:
    r"""Return the world price after some years in which it fell steadily.

    Parameters: scalars or arrays of one shape; ``world_fall`` a fraction a year. Returns a
    fraction of the first world price. Raises ``ValueError`` out of range. Source: derived here.

    >>> world_price(world_fall=.1, year_of_making=2.)
    0.81
    """
    return (1 - world_fall) ** year_of_making


@model(symbol="W_I", unit="years of buying at the first world price")
def worth_of_infant_path(
    *, learning_rate: Scalar, first_cost: Scalar, world_fall: Scalar, discount_rate: Scalar,
    copied_share: Scalar, years: int,
) -> tuple[Scalar, ...]:  # fmt: skip
    r"""Return what a protected start is worth today, by the year up to which gains are counted.

    With nothing copied it is the country's sum (Bastable's test), otherwise that of a firm which
    bears all losses and keeps part of the gains. Parameters: as for :func:`cost_of_infant` and
    :func:`world_price`; ``discount_rate`` and ``copied_share`` are fractions, ``years`` a whole
    number up to 60. Returns ``years + 1`` numbers. Raises ``ValueError`` out of range. Source: the
    tests of Mill and Bastable as in :cite:t:`harrison2010`; the formula is derived here.

    >>> path = worth_of_infant_path(learning_rate=0., first_cost=1.5, world_fall=0.,
    ...                             discount_rate=.1, copied_share=0., years=1)
    >>> [round(worth, 4) for worth in path]
    [-0.5, -0.9545]
    """
    kept, worth, path = 1 - copied_share, 0.0 * learning_rate, []
    for year in range(years + 1):
        cost = cost_of_infant(
            learning_rate=learning_rate, first_cost=first_cost, year_of_making=year
        )
        gain = let(f"gain_{year}", world_price(world_fall=world_fall, year_of_making=year) - cost)
        own = minimum(gain, 0.0) + kept * maximum(gain, 0.0)
        worth = let(f"worth_{year}", worth + own / (1 + discount_rate) ** year)
        path.append(worth)
    return tuple(path)
