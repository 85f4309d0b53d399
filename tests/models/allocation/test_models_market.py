"""One market: golden values, two readings of one number, borders removed, dilemma and chain."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.allocation.market import (
    border_effect,
    home_share_of_region,
    market_access,
    price_dispersion,
    tariff_equivalent,
    welfare_from_home_share,
    welfare_from_trade,
)
from nqpf.models.allocation.market_regions import welfare_of_all_regions, welfare_of_regions
from nqpf.models.allocation.protection import protection_payoffs
from nqpf.models.structure.chain import order_variance_with_sharing, order_variance_without_sharing
from scipy.optimize import minimize_scalar

THIRTY = {"number_of_regions": 30.0, "trade_elasticity": 5.0}
costs = st.floats(1, 3)
thetas = st.floats(3, 8)
regions = st.integers(2, 6).flatmap(
    lambda size: st.fixed_dictionaries(
        {
            "sizes": st.lists(st.floats(0.05, 20), min_size=size, max_size=size),
            "border_costs": st.lists(st.floats(1, 2), min_size=size, max_size=size),
        }
    )
)


@pytest.mark.parametrize(
    ("trade_cost", "share", "welfare"),
    [
        (1.0, 0.033333, 1.974350),
        (1.2, 0.079024, 1.661302),
        (1.5, 0.207515, 1.369589),
        (2.0, 0.524590, 1.137722),
    ],
)
def test_thirty_regions(trade_cost, share, welfare):
    assert round(home_share_of_region(trade_cost=trade_cost, **THIRTY), 6) == share
    assert round(welfare_from_trade(trade_cost=trade_cost, **THIRTY), 6) == welfare


def test_what_borders_cost_and_what_lower_ones_give():
    open_, at_150, at_120 = (
        welfare_from_trade(trade_cost=cost, **THIRTY) for cost in (1.0, 1.5, 1.2)
    )
    assert round(100 * (1 - at_150 / open_), 4) == 30.6309
    assert round(100 * (at_120 / at_150 - 1), 1) == 21.3


@given(st.floats(2, 31), costs, thetas)
def test_home_share_and_welfare_are_two_readings_of_one_number(number, cost, theta):
    case = {"number_of_regions": number, "trade_cost": cost, "trade_elasticity": theta}
    share = home_share_of_region(**case)
    read_off = welfare_from_home_share(home_share=share, trade_elasticity=theta)
    assert welfare_from_trade(**case) == pytest.approx(read_off, rel=1e-12)


@given(st.floats(2, 31), costs, thetas)
def test_higher_borders_lower_welfare_towards_autarky(number, cost, theta):
    case = {"number_of_regions": number, "trade_elasticity": theta}
    here = welfare_from_trade(trade_cost=cost, **case)
    assert 1 < welfare_from_trade(trade_cost=3.0, **case) <= here
    assert here <= welfare_from_trade(trade_cost=1.0, **case)
    # As the cost goes to infinity the share of trade falls with its power and welfare goes to 1.
    assert (here**theta - 1) * cost**theta == pytest.approx(number - 1, rel=1e-9)


def access(trade_costs):
    return market_access(trade_costs=trade_costs, incomes=[1.0, 2.0, 1.0], trade_elasticity=5.0)


def test_market_access_of_three_places_before_and_after_a_new_line():
    before = [[1.0, 1.2, 1.5], [1.2, 1.0, 1.3], [1.5, 1.3, 1.0]]
    assert [round(access(row), 6) for row in before] == [1.935442, 2.671207, 1.670345]
    after = [[1.0, 1.2, 1.2], [1.2, 1.0, 1.3], [1.2, 1.3, 1.0]]
    assert [round(access(row), 6) for row in after] == [2.205633, 2.671207, 1.940536]


def test_border_effect_and_tariff_equivalent():
    assert round(border_effect(border_coefficient=3.09), 3) == 21.977
    found = tariff_equivalent(border_coefficient=1.65, elasticity_of_substitution=5.0)
    assert round(found, 4) == 0.5106


@given(st.floats(0, 4), st.floats(1.5, 8))
def test_the_equivalent_tariff_cuts_trade_as_much(coefficient, elasticity):
    tariff = tariff_equivalent(
        border_coefficient=coefficient, elasticity_of_substitution=elasticity
    )
    cut = (1 + tariff) ** (elasticity - 1)
    assert cut == pytest.approx(border_effect(border_coefficient=coefficient), rel=1e-9)


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=6), st.floats(-0.4, 0.4))
def test_only_differences_of_price_changes_count(changes, common):
    found = price_dispersion(price_changes=changes)
    assert found == pytest.approx(np.var(changes), abs=1e-12)
    halved = [change / 2 + common for change in changes]
    assert price_dispersion(price_changes=halved) == pytest.approx(found / 4, abs=1e-12)


@given(regions, thetas)
def test_regions_against_the_matrix_of_costs(case, theta):
    sizes, borders = np.array(case["sizes"]), np.array(case["border_costs"])
    pairs = np.outer(borders, borders)
    np.fill_diagonal(pairs, 1.0)
    supplies = pairs**-theta @ sizes
    expected = (supplies / sizes) ** (1 / theta)
    found = welfare_of_regions(**case, trade_elasticity=theta)
    np.testing.assert_allclose(found, expected, rtol=1e-9)
    mean = welfare_of_all_regions(**case, trade_elasticity=theta)
    assert mean == pytest.approx(float(expected @ sizes / sizes.sum()), rel=1e-9)


@given(st.integers(2, 6), st.floats(1, 3), thetas)
def test_regions_of_one_size_give_the_simple_formula(number, cost, theta):
    found = welfare_of_regions(
        sizes=[1.0] * number, border_costs=[cost**0.5] * number, trade_elasticity=theta
    )
    expected = welfare_from_trade(
        number_of_regions=float(number), trade_cost=cost, trade_elasticity=theta
    )
    assert found == pytest.approx([expected] * number, rel=1e-9)


@given(regions, thetas)
def test_removing_one_border_harms_no_region(case, theta):
    before = welfare_of_regions(**case, trade_elasticity=theta)
    opened = case | {"border_costs": [1.0, *case["border_costs"][1:]]}
    after = welfare_of_regions(**opened, trade_elasticity=theta)
    assert all(late >= early * (1 - 1e-12) for late, early in zip(after, before, strict=True))


def test_small_regions_gain_most_from_one_market():
    sizes = [8.0, 4.0, 2.0, 1.0]
    gains = [
        welfare_of_regions(sizes=sizes, border_costs=[cost] * 4, trade_elasticity=5.0)
        for cost in (1.3, 1.0)
    ]
    ratios = [open_ / closed for closed, open_ in zip(*gains, strict=True)]
    assert ratios == sorted(ratios)
    # Borders fall one at a time: every step raises mean welfare.
    steps = [
        welfare_of_all_regions(
            sizes=sizes, border_costs=[1.0] * opened + [1.3] * (4 - opened), trade_elasticity=5.0
        )
        for opened in range(5)
    ]
    assert steps == sorted(steps)


def cournot(own_barrier, other_barrier, scale=1.0):
    """Welfare of a region from quantities found by best replies, not from a formula."""

    def market(barrier):
        home = abroad = 0.0
        for _ in range(200):
            home = max(0.0, (scale - abroad) / 2)
            abroad = max(0.0, (scale - barrier - home) / 2)
        price = scale - home - abroad
        return home, abroad, price

    home, abroad, price = market(own_barrier)
    buyers = (home + abroad) ** 2 / 2
    _, sold, price_there = market(other_barrier)
    return buyers + home * price + sold * (price_there - other_barrier)


@given(st.floats(0, 1))
def test_payoffs_are_those_of_the_game(barrier):
    paid = protection_payoffs(barrier=barrier)
    unit, height = cournot(0.0, 0.0), barrier / 2
    assert paid.both_open == 1
    assert paid.protects_alone == pytest.approx(cournot(height, 0.0) / unit, abs=1e-9)
    assert paid.open_alone == pytest.approx(cournot(0.0, height) / unit, abs=1e-9)
    assert paid.both_protect == pytest.approx(cournot(height, height) / unit, abs=1e-9)


def test_a_best_reply_is_a_best_reply():
    rival = 0.2
    best = minimize_scalar(lambda q: -q * (1 - q - rival), bounds=(0, 1), method="bounded")
    assert best.x == pytest.approx((1 - rival) / 2, abs=1e-5)


@given(st.floats(0.01, 1))
def test_protection_is_a_dilemma_at_every_height(barrier):
    paid = protection_payoffs(barrier=barrier)
    assert paid.protects_alone > paid.both_open > paid.both_protect > paid.open_alone


@given(st.lists(st.floats(0, 10), min_size=1, max_size=6), st.floats(1, 30))
def test_seeing_final_demand_damps_the_chain_and_does_not_still_it(lead_times, window):
    case = {"lead_times": lead_times, "averaging_window": window}
    alone, shared = order_variance_without_sharing(**case), order_variance_with_sharing(**case)
    assert 1 <= shared <= alone * (1 + 1e-9)
    if len(lead_times) == 1:
        assert shared == pytest.approx(alone, rel=1e-12)


def test_the_chain_by_hand():
    # One stage with lead time 2 and a window of 5: 1 + 4/5 + 8/25.
    one = {"lead_times": [2.0], "averaging_window": 5.0}
    assert order_variance_without_sharing(**one) == pytest.approx(2.12)
    three = {"lead_times": [2.0] * 3, "averaging_window": 5.0}
    assert order_variance_without_sharing(**three) == pytest.approx(2.12**3)
    assert order_variance_with_sharing(**three) == pytest.approx(1 + 12 / 5 + 72 / 25)


def test_one_stage_against_a_simulation():
    """Orders of one stage that orders up to a target forecast by a moving average."""
    lead, window = 2, 5
    demand = np.random.default_rng(7).normal(100, 10, 200_000)
    mean = np.convolve(demand, np.ones(window) / window, "valid")
    orders = demand[window:] + lead * np.diff(mean)
    expected = order_variance_without_sharing(lead_times=[2.0], averaging_window=5.0)
    assert orders.var() / demand.var() == pytest.approx(expected, rel=0.02)


@pytest.mark.parametrize(
    ("trade_costs", "said"),
    [([0.9, 1.0, 1.0], r"trade_costs\[0\] = 0.9 is outside"), ([1.0, 1.0], "unequal length")],
)
def test_refusals(trade_costs, said):
    with pytest.raises(ValueError, match=said):
        access(trade_costs)
    assert math.isfinite(access([1.0, 3.0, 3.0]))
