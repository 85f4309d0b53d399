r"""Parallel paths: how many routes to a technology to try at once (chapter 10).

If nobody knows which route leads there, trying several is no waste: one success is enough. It is
the less useful the more the routes stand and fall together, as they do with one supplier or one
doctrine.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, floor, log, maximum, model, where


@model(symbol="P_R", unit="probability")
def chance_of_success(*, route_chance: Scalar, routes: Scalar, shared_fate: Scalar) -> Scalar:
    r"""Return the chance that at least one of the routes leads to the goal.

    Parameters: scalars or arrays of one shape; ``route_chance`` and ``shared_fate`` as fractions,
    ``routes`` from 1 to 20. Returns a probability. Raises ``ValueError`` out of range. Source: the
    case of parallel paths in :cite:t:`scherer2011`; the shared fate is derived here.

    >>> round(chance_of_success(route_chance=.2, routes=3., shared_fate=0.), 6)
    0.488
    """
    apart = 1 - (1 - route_chance) ** routes
    return shared_fate * route_chance + (1 - shared_fate) * apart


@model(symbol="W_R", unit="money")
def value_of_routes(
    *,
    route_chance: Scalar,
    routes: Scalar,
    shared_fate: Scalar,
    prize: Scalar,
    route_cost: Scalar,
) -> Scalar:
    r"""Return what trying some routes at once is worth: the expected prize less the cost of each.

    Parameters: as for :func:`chance_of_success`, with ``prize`` and ``route_cost`` in money.
    Returns money, negative if it does not pay. Raises ``ValueError`` out of range. Source: derived
    here from :func:`chance_of_success`.

    >>> round(value_of_routes(route_chance=.2, routes=8., shared_fate=0., prize=100.,
    ...                       route_cost=4.), 6)
    51.222784
    """
    found = chance_of_success(route_chance=route_chance, routes=routes, shared_fate=shared_fate)
    return prize * found - route_cost * routes


@model(symbol="k_N^{*}", unit="routes")
def best_number_of_routes(
    *, route_chance: Scalar, shared_fate: Scalar, prize: Scalar, route_cost: Scalar
) -> Scalar:
    r"""Return the number of routes after which one more costs more than it adds.

    Parameters: as for :func:`value_of_routes`. Returns a whole number: 0 if not even one route
    pays, 1 if all share one fate. Raises ``ValueError`` out of range. Source: derived here from
    :func:`value_of_routes`.

    >>> best_number_of_routes(route_chance=.2, shared_fate=0., prize=100., route_cost=4.)
    8
    """
    first = prize * route_chance
    apart = (1 - shared_fate) * first * (1 - route_chance)
    # The k-th route adds apart * (1 - route_chance)^(k - 2): it pays while that covers its cost.
    more = -log(maximum(apart / route_cost, 1.0)) / log(1 - route_chance)
    number = where(apart < route_cost, lambda: 1, lambda: 2 + floor(more))
    return where(first < route_cost, lambda: 0, lambda: number)


@model(symbol="T_F", unit="years")
def expected_years_of_race(*, racers: Scalar, success_rate: Scalar) -> Scalar:
    r"""Return the expected time until the first of several firms gets there.

    With a constant chance a year and outlays that end with the race, several firms spend in all
    what one would have spent, only sooner. Parameters: scalars or arrays of one shape; ``racers``
    from 1 to 20, ``success_rate`` a year. Returns years. Raises ``ValueError`` out of range.
    Source: the race of :cite:t:`loury1979`.

    >>> expected_years_of_race(racers=4., success_rate=.1)
    2.5
    """
    return 1 / (racers * success_rate)
