"""Projects, returns, costs of funds and loops: published cases, identities, limits, signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.security.infrastructure_loops import loop_multiplier, part_from_loop
from nqpf.models.security.infrastructure_projects import (
    cost_of_funds,
    margin_needed,
    realised_ratio,
    return_on_infrastructure,
)

OVERRUN = st.floats(-0.5, 2.0)
SHORTFALL = st.floats(-1.0, 0.9)
RESPONSE = st.floats(0.0, 0.95)
FOUND = {
    (row["scope"], row["measure"], row["period_end"]): row["value"]
    for row in data.rows("infrastructure_findings")
}


def test_a_published_road_falls_below_one_at_the_margin_that_was_assumed():
    """The Economist (2017) on Ansar et al. (2016): traffic 49% below, costs over 20% above."""
    road = ("Yuanjiang-Mohei road",)
    case = {
        "cost_overrun": FOUND[(*road, "cost above the plan", 2004)] / 100,
        "benefit_shortfall": FOUND[(*road, "traffic below the forecast", 2004)] / 100,
    }
    assumed = FOUND[
        ("road and rail projects", "ratio of benefits to costs assumed for every plan", 2016)
    ]
    assert realised_ratio(planned_ratio=assumed, **case) == pytest.approx(0.595)
    assert margin_needed(**case) == pytest.approx(2.352941, abs=1e-6)
    assert explorer("plan-and-outcome").readouts()["road"] == pytest.approx(0.595)


@given(OVERRUN, SHORTFALL)
def test_a_plan_with_the_margin_needed_just_pays(overrun, shortfall):
    case = {"cost_overrun": overrun, "benefit_shortfall": shortfall}
    needed = margin_needed(**case)
    if 0.5 <= needed <= 5:
        assert realised_ratio(planned_ratio=needed, **case) == pytest.approx(1.0)


def test_a_plan_that_comes_true_keeps_its_margin():
    case = {"cost_overrun": 0.0, "benefit_shortfall": 0.0}
    assert realised_ratio(planned_ratio=1.7, **case) == 1.7
    assert margin_needed(**case) == 1
    with pytest.raises(ValueError, match="benefit_shortfall"):
        realised_ratio(planned_ratio=1.4, cost_overrun=0.0, benefit_shortfall=1.0)


@given(st.floats(0.05, 0.3), st.floats(0.1, 3.0), st.floats(0.2, 1.0))
def test_a_return_falls_with_the_stock_and_with_idleness(elasticity, stock, use):
    case = {"public_elasticity": elasticity, "public_depreciation": 0.04}
    found = return_on_infrastructure(public_capital=stock, public_use=use, **case)
    full = return_on_infrastructure(public_capital=stock, public_use=1.0, **case)
    assert found <= full
    if stock < 2.9:
        more = return_on_infrastructure(public_capital=stock + 0.1, public_use=use, **case)
        assert more < found
    assert (found + 0.04) == pytest.approx(use * (full + 0.04))


def test_the_mean_elasticity_and_a_stock_by_hand():
    found = return_on_infrastructure(
        public_elasticity=FOUND[("public capital", "elasticity of output, mean", 2008)],
        public_capital=0.53,
        public_use=1.0,
        public_depreciation=0.04,
    )
    assert found == pytest.approx(0.16)


@given(st.floats(-1.0, 1.0), st.floats(0.0, 0.3), st.floats(0.0, 0.15))
def test_the_cost_of_funds_lies_between_its_parts_unless_private_money_is_drawn_in(part, inv, save):
    found = cost_of_funds(displaced_part=part, private_return=inv, saving_return=save)
    low, high = sorted((inv, save))
    if part >= 0:
        assert low - 1e-12 <= found <= high + 1e-12
    elif inv >= save:
        assert found <= save + 1e-12


@given(RESPONSE, RESPONSE)
def test_a_loop_is_the_sum_of_its_rounds(cars, points):
    case = {"car_response": cars, "point_response": points}
    product = cars * points
    assert loop_multiplier(**case) == pytest.approx(sum(product**n for n in range(400)), rel=1e-6)
    assert part_from_loop(**case) == pytest.approx(product, abs=1e-12)


def test_forty_per_cent_from_the_loop_is_a_multiplier_of_five_thirds():
    """Li et al. (2017): feedback explains 40% of the rise that the tax credit brought."""
    part = FOUND[
        ("electric cars", "part of that rise due to the loop with charging stations", 2013)
    ]
    assert loop_multiplier(car_response=part / 100 / 0.8, point_response=0.8) == pytest.approx(
        5 / 3
    )
