r"""Learning by making: experience, market size, the early bird and too much capacity (chapter 8).

Each doubling of all that was ever made lowers cost by about the same part. A large market buys
speed along that curve, not a steeper one; a head start is worth less the more know-how spills
over; and if every region builds for the whole market, most of what they build stands idle.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import linear_regression

from nqpf.algebra import Scalar, exp, let, log, minimum, model
from nqpf.models.measurement.tables import check_length, checked_list


@model(symbol="b_L", unit="ratio")
def learning_exponent(*, learning_rate: Scalar) -> Scalar:
    r"""Return the exponent with which cost falls in experience.

    Parameters: ``learning_rate``, a scalar or array of fractions from 0 to .4. Returns a ratio.
    Raises ``ValueError`` out of range. Source: :cite:t:`wright1936`.

    >>> round(learning_exponent(learning_rate=.2), 6)
    0.321928
    """
    return -log(1 - learning_rate) / log(2)


@model(symbol="c_L", unit="part of the first cost")
def cost_after_experience(*, learning_rate: Scalar, experience_multiple: Scalar) -> Scalar:
    r"""Return unit cost once all that was ever made has grown by a multiple.

    Parameters: scalars or arrays of one shape; ``learning_rate`` a fraction a doubling, not a year;
    ``experience_multiple`` from 1 to 1,000,000. Returns a ratio of at most 1. Raises ``ValueError``
    out of range. Source: :cite:t:`wright1936`; how well it predicts, :cite:t:`lafond2018`.

    >>> round(cost_after_experience(learning_rate=.2, experience_multiple=8.), 6)
    0.512
    """
    exponent = let("exponent", learning_exponent(learning_rate=learning_rate), "b_L")
    return experience_multiple**-exponent


def fitted_learning_rate(experience: Sequence[float], costs: Sequence[float]) -> float:
    r"""Return the learning rate of a record: that of the line through logarithms by least squares.

    It says how cost fell as experience grew, not that experience made it fall. Parameters: two
    lists of one length, at least two, of positive numbers in any unit. Returns a fraction a
    doubling, negative if cost rose. Raises ``ValueError`` for lists of unequal length, fewer than
    two or equal experiences, and numbers that are not positive. Source: :cite:t:`wright1936`.

    >>> round(fitted_learning_rate([1., 2., 4.], [100., 80., 64.]), 6)
    0.2
    """
    check_length(costs, len(experience), name="costs", of="experiences")
    made = checked_list(experience, name="experience", low=0.0)
    paid = checked_list(costs, name="costs", low=0.0)
    if min(*made, *paid) == 0:
        raise ValueError("a learning rate needs experience and costs above 0.")
    if len(set(made)) < 2:
        raise ValueError("experience has fewer than two different values: no line fits.")
    made, paid = ([math.log(value) for value in values] for values in (made, paid))
    return 1 - float(2 ** linear_regression(made, paid).slope)


@model(symbol="c_E", unit="ratio")
def cost_of_early_bird(
    *, learning_rate: Scalar, market_growth: Scalar, head_start: Scalar, spillover: Scalar
) -> Scalar:
    r"""Return the leader's unit cost over that of a follower who starts some years later.

    Parameters: scalars or arrays of one shape; ``learning_rate``, ``market_growth`` and
    ``spillover`` (of the years behind) as fractions, ``head_start`` in years. Returns a ratio of
    at most 1, and 1 if all know-how spills over. Raises ``ValueError`` out of range. Source:
    derived here from :cite:t:`wright1936`.

    >>> round(cost_of_early_bird(learning_rate=.2, market_growth=.25, head_start=5.,
    ...                          spillover=0.), 6)
    0.668706
    """
    exponent = let("exponent", learning_exponent(learning_rate=learning_rate), "b_L")
    return exp(-exponent * market_growth * head_start * (1 - spillover))


@model(symbol="u_B", unit="fraction of capacity")
def utilisation_of_race(*, builders: Scalar, capacity_built: Scalar) -> Scalar:
    r"""Return which part of capacity is used when several regions build for one market.

    Parameters: scalars or arrays of one shape; ``builders`` from 1 to 10, ``capacity_built`` by
    each, over all demand. Returns a fraction. Raises ``ValueError`` out of range. Source: derived
    here by dividing demand by capacity.

    >>> round(utilisation_of_race(builders=6., capacity_built=.5), 6)
    0.333333
    """
    return minimum(1.0, 1 / (builders * capacity_built))


@model(symbol="c_t", unit="part of the first cost", learning_rate=(0.0, 0.35))
def unit_cost_path(
    *,
    learning_rate: Scalar,
    market_size: Scalar,
    price_elasticity: Scalar,
    price_markup: Scalar,
    years: int,
) -> tuple[Scalar, ...]:
    r"""Return unit cost year by year, when a lower price sells more and sales bring experience.

    Parameters: scalars or arrays of one shape; ``learning_rate`` a fraction a doubling, the others
    ratios; ``years`` a whole number up to 60. Returns ``years + 1`` ratios, the first 1. Raises
    ``ValueError`` out of range. Source: derived here from :cite:t:`wright1936`.

    >>> path = unit_cost_path(learning_rate=.2, market_size=1., price_elasticity=1.5,
    ...                       price_markup=1.2, years=29)
    >>> round(path[-1], 6)
    0.213414
    """
    exponent = let("exponent", learning_exponent(learning_rate=learning_rate))
    experience, path = 1.0 + 0 * learning_rate, []
    for year in range(years + 1):
        cost = let(f"cost_{year}", experience**-exponent)
        path.append(cost)
        sold = market_size * (price_markup * cost) ** -price_elasticity
        experience = let(f"experience_{year + 1}", experience + sold)
    return tuple(path)
