"""Clusters: worked figures, the best size by search, equilibria, and a lead firm that leaves."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf.models.structure.clusters import (
    best_cluster_size,
    critical_cluster_size,
    firms_of_lead,
    net_productivity,
    next_cluster_size,
    spillover_of_entry,
    stable_cluster_size,
)
from scipy.optimize import brentq, minimize_scalar

ELASTICITIES = st.floats(0.01, 0.06)
CONGESTION = st.floats(0.006, 0.03)
BASE = {"density_elasticity": 0.04, "congestion": 0.01}


def makes(size, *, elasticity=0.04, congestion=0.01):
    return net_productivity(cluster_size=size, density_elasticity=elasticity, congestion=congestion)


def test_nearness_first_adds_and_then_takes_away():
    sizes = (1.0, 10.0, 54.598150, 100.0, 1000.0, 10_000.0)
    expected = (1.0, 1.067793, 1.083287, 1.081305, 1.038445, 0.945787)
    for size, found in zip(sizes, expected, strict=True):
        assert round(makes(size), 6) == found
    # At once the elasticity is what it says: a hundredth more firms than one, 4 per 10,000 more.
    assert math.log(makes(1.01)) / math.log(1.01) == pytest.approx(0.04, abs=1e-4)


@given(ELASTICITIES, CONGESTION)
def test_the_best_size_is_the_peak(elasticity, congestion):
    best = best_cluster_size(density_elasticity=elasticity, congestion=congestion)

    def loss(log_size):
        return -makes(math.exp(log_size), elasticity=elasticity, congestion=congestion)

    found = minimize_scalar(loss, bounds=(0, 13), method="bounded", options={"xatol": 1e-10})
    assert -loss(math.log(best)) >= -found.fun * (1 - 1e-12)
    assert -loss(math.log(best)) == pytest.approx(math.exp(elasticity**2 / (2 * congestion)))


def test_critical_and_stable_size_by_search():
    def gap(log_size):
        return makes(math.exp(log_size)) - 1.07

    case = BASE | {"outside_productivity": 1.07}
    assert critical_cluster_size(**case) == pytest.approx(math.exp(brentq(gap, 0, 4)))
    assert stable_cluster_size(**case) == pytest.approx(math.exp(brentq(gap, 4, 9)))
    assert best_cluster_size(**BASE) == pytest.approx(54.598150)


@given(ELASTICITIES, CONGESTION, st.floats(1, 1.2))
def test_the_best_size_is_the_geometric_mean_of_both(elasticity, congestion, outside):
    case = {"density_elasticity": elasticity, "congestion": congestion}
    if elasticity**2 < 2 * congestion * math.log(outside):
        for size in (critical_cluster_size, stable_cluster_size):
            with pytest.raises(ValueError, match="no such size"):
                size(**case, outside_productivity=outside)
        top = makes(best_cluster_size(**case), elasticity=elasticity, congestion=congestion)
        assert top < outside * (1 + 1e-12)
        return
    low = critical_cluster_size(**case, outside_productivity=outside)
    high = stable_cluster_size(**case, outside_productivity=outside)
    best = best_cluster_size(**case)
    assert low <= best * (1 + 1e-12)
    assert math.sqrt(low * high) == pytest.approx(best)


def after(size, *, lead=0.0, tied=0.0, outside=1.07, speed=10.0):
    return next_cluster_size(
        cluster_size=size,
        lead_size=lead,
        tied_firms=tied,
        outside_productivity=outside,
        entry_speed=speed,
        **BASE,
    )


@given(st.floats(1.01, 1.08), st.floats(0.01, 0.99))
def test_firms_move_away_from_the_critical_size_and_towards_the_stable_one(outside, part):
    case = BASE | {"outside_productivity": outside}
    low, high = critical_cluster_size(**case), stable_cluster_size(**case)
    for rest in (low, high):
        assert after(rest, outside=outside) == pytest.approx(rest)
    below, between = low**part, low ** (1 - part) * high**part
    assume(below > 1)
    assert after(below, outside=outside) < below
    assert between < after(between, outside=outside) <= high * (1 + 1e-9)
    assert after(2 * high, outside=outside) < 2 * high


def test_at_the_stable_size_a_firm_is_no_better_off_than_elsewhere():
    high = stable_cluster_size(**BASE, outside_productivity=1.05)
    assert makes(high) == pytest.approx(1.05)
    assert makes(best_cluster_size(**BASE)) > 1.08


def test_local_purchases_are_sold_on():
    case = {"lead_purchases": 20.0, "local_share": 0.3}
    assert firms_of_lead(**case, supplier_local_share=0.0) == pytest.approx(6)
    rounds = sum(6 * 0.3**turn for turn in range(60))
    assert firms_of_lead(**case, supplier_local_share=0.3) == pytest.approx(rounds)
    assert firms_of_lead(**case | {"local_share": 0.0}, supplier_local_share=0.8) == 0


def left(*, tied, years):
    """Return the firms of a cluster 80 years after its lead firm came, which left after some."""
    size = max(tied, 1.0)
    for year in range(80):
        there = year < years
        size = after(size, lead=6.0 if there else 0.0, tied=tied if there else 0.0)
    return size


def test_what_a_lead_firm_leaves_depends_on_the_critical_size():
    stable = stable_cluster_size(**BASE, outside_productivity=1.07)
    assert left(tied=12.0, years=1) == pytest.approx(stable, rel=0.01)  # over it from the start
    assert left(tied=3.0, years=50) == 1  # never over it, even with the lead firm
    # Over it only with the lead firm: what is left depends on how long that stayed.
    assert left(tied=8.0, years=5) == 1
    assert left(tied=8.0, years=20) == pytest.approx(stable, rel=0.01)


def test_sizes_below_one_firm_are_refused():
    with pytest.raises(ValueError, match=r"cluster_size = 0\.5 is outside \[1, 1e\+06\]"):
        makes(0.5)


@given(st.floats(1, 1000), ELASTICITIES, CONGESTION)
def test_a_firm_that_comes_adds_the_slope_times_those_who_are_there(size, elasticity, congestion):
    case = {"density_elasticity": elasticity, "congestion": congestion}
    step = 1e-4 * size
    up, down = (net_productivity(cluster_size=size + s, **case) for s in (step, 0.0))
    found = spillover_of_entry(cluster_size=size, **case)
    assert found == pytest.approx(size * (up - down) / step, abs=1e-4)


def test_with_one_elasticity_everywhere_moving_a_firm_gains_nothing_for_the_whole():
    there, here = (size**-0.04 for size in (20.0, 200.0))
    adds = [
        spillover_of_entry(cluster_size=size, density_elasticity=0.04, congestion=0.0) * pay
        for size, pay in ((20.0, there), (200.0, here))
    ]
    assert adds[0] == pytest.approx(adds[1])
    outside = {"outside_productivity": 1.07}
    ends = [
        spillover_of_entry(cluster_size=find(**BASE, **outside), **BASE)
        for find in (critical_cluster_size, stable_cluster_size)
    ]
    assert ends[0] == pytest.approx(-ends[1])
    assert ends[0] > 0
