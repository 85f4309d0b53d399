"""Picking by signals or trying all: the best of normal draws, closed forms against a simulation."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.explorers.core.lattice import normal_draws
from nqpf.models.innovation.selection import (
    mean_of_best,
    reliability_that_decides,
    value_of_picking,
    value_of_trying,
)
from scipy.integrate import quad
from scipy.stats import norm

FRACTIONS = st.floats(0, 1)


def picking(reliability, *, count=6, cost=3.0):
    return value_of_picking(
        mean_worth=100.0,
        worth_spread=50.0,
        signal_reliability=reliability,
        best_seen=mean_of_best(count),
        route_cost=cost,
    )


def trying(*, count=6, cost=3.0, drop=2.0, loss=0.0, result=0.9):
    return value_of_trying(
        mean_worth=100.0,
        worth_spread=50.0,
        result_reliability=result,
        best_tried=mean_of_best(count),
        routes=float(count),
        route_cost=cost,
        drop_cost=drop,
        split_loss=loss,
    )


def deciding(*, count=6, tried=None, cost=3.0, drop=2.0, loss=0.0, result=0.9):
    tried = tried or count
    return reliability_that_decides(
        mean_worth=100.0,
        worth_spread=50.0,
        result_reliability=result,
        best_seen=mean_of_best(count),
        best_tried=mean_of_best(tried),
        routes=float(tried),
        route_cost=cost,
        drop_cost=drop,
        split_loss=loss,
    )


def test_the_best_of_few_draws_is_known_exactly():
    root = math.sqrt(math.pi)
    exact = [
        0,
        1 / root,
        1.5 / root,
        3 / root * (0.5 + math.asin(1 / 3) / math.pi),
        2.5 / root * (0.5 + 3 * math.asin(1 / 3) / math.pi),
    ]
    found = [mean_of_best(count) for count in range(1, 6)]
    assert found == pytest.approx(exact, rel=1e-14, abs=1e-15)


@pytest.mark.parametrize("count", [7, 20, 400])
def test_the_best_of_many_draws_against_adaptive_quadrature(count):
    expected, _error = quad(
        lambda x: x * count * norm.pdf(x) * norm.cdf(x) ** (count - 1), -9, 9, epsabs=1e-10
    )
    assert mean_of_best(count) == pytest.approx(expected, abs=1e-9)


def test_the_best_of_no_draws_is_refused():
    with pytest.raises(ValueError, match="count = 0"):
        mean_of_best(0)


def test_picking_and_trying_in_figures():
    assert picking(0.0) == 97
    assert round(picking(0.3), 4) == 131.7039
    assert round(trying(), 4) == 132.1089
    assert round(trying(loss=0.12), 4) == 116.098
    assert round(deciding(), 4) == 0.307


def test_both_are_what_a_simulation_gives():
    """Six routes of unknown worth, their signals and results, twenty thousand times over."""

    def drawn(what):
        """Return six columns, each of a seed of its own: draws come in pairs within a seed."""
        return np.array([normal_draws(20_000, f"{what} {route}") for route in range(6)]).T

    worth = drawn("worth")

    def seen(what, reliability):
        return math.sqrt(reliability) * worth + math.sqrt(1 - reliability) * drawn(what)

    def chosen(signals):
        return 100 + 50 * np.take_along_axis(worth, signals.argmax(axis=1)[:, None], axis=1).mean()

    assert chosen(seen("signal", 0.3)) - 3 == pytest.approx(picking(0.3), abs=1)
    assert chosen(seen("result", 0.9)) - 6 * 3 - 5 * 2 == pytest.approx(trying(), abs=1)
    assert chosen(seen("result", 0.9)) - chosen(seen("signal", 0.3)) > 15


@given(FRACTIONS, st.integers(2, 12), st.floats(1, 8), st.floats(0, 0.3), st.floats(0.5, 1))
def test_the_planner_is_ahead_beyond_the_deciding_reliability_alone(
    reliability, count, cost, loss, result
):
    market = trying(count=count, cost=cost, loss=loss, result=result)
    if picking(1.0, count=count, cost=cost) < market:
        with pytest.raises(ValueError, match="no reliability is high enough"):
            deciding(count=count, cost=cost, loss=loss, result=result)
        return
    least = deciding(count=count, cost=cost, loss=loss, result=result)
    assert 0 <= least <= 1
    ahead = picking(reliability, count=count, cost=cost) - market
    if abs(reliability - least) > 1e-9:
        assert (ahead > 0) == (reliability > least)


def test_the_planner_needs_less_where_trials_are_dear_and_more_where_routes_differ():
    by_cost = [deciding(cost=cost) for cost in (1.0, 2.0, 4.0, 8.0)]
    by_loss = [deciding(loss=loss) for loss in (0.0, 0.1, 0.2)]
    for first, second in (*itertools.pairwise(by_cost), *itertools.pairwise(by_loss)):
        assert first > second
    assert deciding(tried=3, cost=8.0) > deciding(cost=8.0)


def test_perfect_signals_beat_perfect_results_by_the_trials_that_are_spared():
    assert picking(1.0) - trying(result=1.0) == pytest.approx(5 * (3 + 2))
    assert deciding(cost=1.0, drop=0.0, result=1.0) < 1


def test_no_signal_is_enough_where_trials_cost_nothing_and_many_are_tried():
    with pytest.raises(ValueError, match="no reliability is high enough"):
        reliability_that_decides(
            mean_worth=100.0, worth_spread=200.0, result_reliability=1.0, best_seen=1.0,
            best_tried=1.5, routes=6.0, route_cost=1.0, drop_cost=0.0, split_loss=0.0,
        )  # fmt: skip


def test_one_route_tried_is_one_route_picked_blindly():
    assert trying(count=1, loss=0.4) == picking(0.0, count=1) == 97
