r"""A race of teams to one goal: how many are worth it, and how many start (chapter 10).

Chances add up: four teams get there in a quarter of the time, and as the race ends sooner they
spend no more on running than one would. What each spends before the start is another matter, and
a team that decides for itself counts the prize it may win, not the chance it takes from the others.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, maximum, model, sqrt


@model(symbol="W_F", unit="money")
def value_of_race(
    *,
    racers: Scalar,
    success_rate: Scalar,
    discount_rate: Scalar,
    first_prize: Scalar,
    running_cost: Scalar,
    starting_cost: Scalar,
) -> Scalar:
    r"""Return what a race is worth to all: the discounted prize less what the teams spend.

    Parameters: scalars or arrays of one shape; ``racers`` from 1 to 20, two rates a year, prize and
    costs in money. Returns money, negative if it does not pay. Raises ``ValueError`` out of range.
    Source: derived here for the race of :cite:t:`loury1979`, with outlays while it lasts.

    >>> round(value_of_race(racers=4., success_rate=.1, discount_rate=.1, first_prize=100.,
    ...                     running_cost=1., starting_cost=5.), 6)
    52.0
    """
    yearly = racers * (success_rate * first_prize - running_cost)
    return yearly / (racers * success_rate + discount_rate) - racers * starting_cost


@model(symbol=r"n_F^{*}", unit="teams")
def racers_worth_most(
    *,
    success_rate: Scalar,
    discount_rate: Scalar,
    first_prize: Scalar,
    running_cost: Scalar,
    starting_cost: Scalar,
) -> Scalar:
    r"""Return the number of teams with which a race is worth most to all.

    It is where one more brings the date nearer by no more than its start costs. Parameters: as for
    :func:`value_of_race`. Returns teams, not rounded; 0 where not even a small effort pays. Raises
    ``ValueError`` out of range. Source: derived here from :func:`value_of_race`.

    >>> round(racers_worth_most(success_rate=.1, discount_rate=.1, first_prize=100.,
    ...                         running_cost=0., starting_cost=4.), 6)
    4.0
    """
    yearly = let("yearly", maximum(0.0, success_rate * first_prize - running_cost), r"\pi_F")
    return maximum(0.0, sqrt(yearly * discount_rate / starting_cost) - discount_rate) / success_rate


@model(symbol=r"n_F^{0}", unit="teams")
def racers_that_start(
    *,
    success_rate: Scalar,
    discount_rate: Scalar,
    first_prize: Scalar,
    running_cost: Scalar,
    starting_cost: Scalar,
) -> Scalar:
    r"""Return the number of teams that start if each does as long as it expects to gain.

    The first there takes the prize, so the last to start expects just its costs, and the race is
    worth nothing to all together. Parameters: as for :func:`value_of_race`. Returns teams, not
    rounded, never fewer than are worth most. Raises ``ValueError`` out of range. Source: derived
    here from :func:`value_of_race`; that too many start is the result of :cite:t:`loury1979`.

    >>> round(racers_that_start(success_rate=.1, discount_rate=.1, first_prize=100.,
    ...                         running_cost=0., starting_cost=4.), 6)
    24.0
    """
    yearly = let("yearly", maximum(0.0, success_rate * first_prize - running_cost), r"\pi_F")
    return maximum(0.0, yearly / starting_cost - discount_rate) / success_rate
