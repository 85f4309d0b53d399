r"""Selection under noise: pick one route by its signals, or try all and drop most (chapter 10).

Routes to a technology differ in worth, and nobody sees by how much. A planner compares signals and
funds the most promising route alone; a market funds many and keeps what results favour. The planner
saves trials and keeps scale, the market sees better. Which counts for more depends on how well the
signals tell routes apart, beside the cost of a trial over the differences in worth.
"""

from __future__ import annotations

import math
from typing import Any

from nqpf.algebra import Refusal, Scalar, let, maximum, model, sqrt

_ROOT_TWO = math.sqrt(2)
_STEPS_TO_ONE = 8
_END = 9  # beyond nine spreads the density is below one part in 10^18


def mean_of_best(count: int) -> float:
    r"""Return the expected largest of ``count`` standard normal draws.

    It is the integral of x n φ(x) Φ(x)^(n-1). Over the whole line the trapezoidal rule gives it to
    the last digits, as the integrand and all its slopes vanish at both ends. Parameters: ``count``,
    a whole number of at least 1. Returns standard deviations above the mean. Raises ``ValueError``
    below 1. Source: exact values for few draws in :cite:t:`jones1948`.

    >>> [round(mean_of_best(count), 6) for count in (1, 2, 3, 10)]
    [0.0, 0.56419, 0.846284, 1.538753]
    """
    if count < 1:
        raise ValueError(f"count = {count} is not at least 1.")
    points = (step / _STEPS_TO_ONE for step in range(1, _END * _STEPS_TO_ONE + 1))
    # Both halves of the line at once, so that for one draw they cancel to nothing.
    total = math.fsum(
        x * count * math.exp(-x * x / 2) * (_below(x) ** (count - 1) - _below(-x) ** (count - 1))
        for x in points
    )
    return total / (_STEPS_TO_ONE * math.sqrt(2 * math.pi))


@model(symbol="W_P", unit="money")
def value_of_picking(
    *,
    mean_worth: Scalar,
    worth_spread: Scalar,
    signal_reliability: Scalar,
    best_seen: Scalar,
    route_cost: Scalar,
) -> Scalar:
    r"""Return what a planner expects who funds the route with the best signal alone.

    Worth and noise are normal: of the lead of the best signal only the reliable part is worth.
    Parameters: scalars or arrays of one shape; ``mean_worth``, ``worth_spread`` and ``route_cost``
    in money, ``signal_reliability`` a fraction, ``best_seen`` from :func:`mean_of_best`. Returns
    money. Raises ``ValueError`` out of range. Source: derived here; the choice is that of
    :cite:t:`scherer2011` where what a route is worth is uncertain.

    >>> value_of_picking(mean_worth=100., worth_spread=50., signal_reliability=.25, best_seen=1.2,
    ...                  route_cost=4.)
    126.0
    """
    return mean_worth + worth_spread * sqrt(signal_reliability) * best_seen - route_cost


@model(symbol="W_T", unit="money")
def value_of_trying(
    *,
    mean_worth: Scalar,
    worth_spread: Scalar,
    result_reliability: Scalar,
    best_tried: Scalar,
    routes: Scalar,
    route_cost: Scalar,
    drop_cost: Scalar,
    split_loss: Scalar,
) -> Scalar:
    r"""Return what a market expects that tries several routes and keeps the one with best results.

    Every trial is paid for, every route but one is closed at a cost, and k trials in place of one
    lose (k-1)/k of what splitting loses at most. Parameters: as for :func:`value_of_picking`, with
    ``best_tried`` that of as many ``routes``, ``drop_cost`` in money and ``split_loss`` a fraction.
    Returns money. Raises ``ValueError`` out of range. Source: derived here; the choice is that of
    :cite:t:`scherer2011` where what a route is worth is uncertain.

    >>> value_of_trying(mean_worth=100., worth_spread=50., result_reliability=1., best_tried=1.2,
    ...                 routes=5., route_cost=4., drop_cost=2., split_loss=0.)
    132.0
    """
    kept = mean_worth + worth_spread * sqrt(result_reliability) * best_tried
    scale = let("scale_kept", 1 - split_loss * (1 - 1 / routes), r"\lambda_S")
    return scale * kept - routes * route_cost - (routes - 1) * drop_cost


def _root_of_needed(
    mean_worth: Scalar,
    worth_spread: Scalar,
    best_seen: Scalar,
    route_cost: Scalar,
    tried: Scalar,
) -> Scalar:
    """Return the square root of the reliability at which picking is worth as much as trying."""
    return (tried + route_cost - mean_worth) / (worth_spread * best_seen)


def _no_signal_is_enough(
    mean_worth: Scalar,
    worth_spread: Scalar,
    result_reliability: Scalar,
    best_seen: Scalar,
    best_tried: Scalar,
    routes: Scalar,
    route_cost: Scalar,
    drop_cost: Scalar,
    split_loss: Scalar,
) -> Any:
    tried = value_of_trying(
        mean_worth=mean_worth,
        worth_spread=worth_spread,
        result_reliability=result_reliability,
        best_tried=best_tried,
        routes=routes,
        route_cost=route_cost,
        drop_cost=drop_cost,
        split_loss=split_loss,
    )
    return _root_of_needed(mean_worth, worth_spread, best_seen, route_cost, tried) > 1


@model(
    symbol=r"r_v^{*}",
    unit="fraction",
    refuses=Refusal(
        _no_signal_is_enough,
        "no reliability is high enough: trying is worth more than picking even with perfect "
        "signals. Let trials cost more or their results be less reliable.",
    ),
    best_seen=(0.5, 2.0),
)
def reliability_that_decides(
    *,
    mean_worth: Scalar,
    worth_spread: Scalar,
    result_reliability: Scalar,
    best_seen: Scalar,
    best_tried: Scalar,
    routes: Scalar,
    route_cost: Scalar,
    drop_cost: Scalar,
    split_loss: Scalar,
) -> Scalar:
    r"""Return the reliability of signals from which picking one route is worth more than trying.

    Parameters: as for :func:`value_of_picking` and :func:`value_of_trying`; at least two routes are
    compared. Returns a fraction: 0 where picking blindly is worth more already. Raises
    ``ValueError`` out of range, and where no signal makes picking worth more. Source: derived here
    by setting the two values equal.

    >>> round(reliability_that_decides(mean_worth=100., worth_spread=50., best_seen=1.2,
    ...     result_reliability=1., best_tried=1.2, routes=5., route_cost=4., drop_cost=2.,
    ...     split_loss=0.), 4)
    0.36
    """
    tried = value_of_trying(
        mean_worth=mean_worth,
        worth_spread=worth_spread,
        result_reliability=result_reliability,
        best_tried=best_tried,
        routes=routes,
        route_cost=route_cost,
        drop_cost=drop_cost,
        split_loss=split_loss,
    )
    needed = _root_of_needed(mean_worth, worth_spread, best_seen, route_cost, tried)
    return maximum(0.0, needed) ** 2


def _below(x: float) -> float:
    """Return the chance that a standard normal draw is below ``x``."""
    return math.erfc(-x / _ROOT_TWO) / 2
