"""Industry that moves: equal profits, closed forms, and a small region that loses."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.allocation.moving_industry import (
    industry_of_small_region,
    local_income_that_decides,
    welfare_with_moving_industry,
)
from scipy.optimize import brentq

CASE = {"small_part": 0.3, "trade_elasticity": 5.0}
PARTS = st.floats(0.1, 0.45)
COSTS = st.floats(1.02, 3)
THETAS = st.floats(3, 8)


def gains(cost, part_of_income, *, before=1.6, **case):
    """Return what both regions gain when the border falls from ``before`` to ``cost``."""
    now, then = (
        welfare_with_moving_industry(
            **CASE | case, local_income=part_of_income, trade_cost=one, industry_spending=0.5
        )
        for one in (cost, before)
    )
    return now.small / then.small - 1, now.large / then.large - 1


@given(PARTS, COSTS, THETAS)
def test_no_firm_sells_more_by_moving(part, cost, theta):
    free = cost**-theta
    industry = industry_of_small_region(small_part=part, trade_cost=cost, trade_elasticity=theta)

    def lead(here):
        small, large = part / (here + free * (1 - here)), (1 - part) / (free * here + 1 - here)
        return (1 - free) * (small - large)

    if lead(0.0) <= 0:
        assert industry == 0
        assert free >= part / (1 - part) * (1 - 1e-9)
    else:
        assert industry == pytest.approx(brentq(lead, 0, 1, xtol=1e-14), abs=1e-9)


@given(PARTS, COSTS, THETAS)
def test_while_both_have_industry_goods_get_cheaper_alike_in_both(part, cost, theta):
    """The closed form: with firms in both places price levels go with 1 + freeness alone."""
    free = cost**-theta
    case = {"small_part": part, "trade_elasticity": theta, "trade_cost": cost}
    if industry_of_small_region(**case) > 0:
        both = welfare_with_moving_industry(**case, local_income=0.0, industry_spending=0.5)
        expected = [((1 + free) * people) ** (0.5 / theta) for people in (part, 1 - part)]
        assert list(both) == pytest.approx(expected, rel=1e-9)


def test_with_given_incomes_nobody_loses_and_with_incomes_that_follow_industry_one_does():
    """“Small regions gain most” holds because incomes are fixed."""
    found = [round(100 * gain, 2) for gain in (*gains(1.3, 0.0), *gains(1.3, 0.2))]
    assert found == [1.48, 1.48, -5.84, 4.5]
    assert gains(1.05, 0.0)[0] > gains(1.05, 0.0)[1]
    # It loses on the way and may gain in the end: freer trade makes all goods cheaper.
    way = [gains(cost, 0.0422)[0] > 0 for cost in (1.5, 1.2, 1.1)]
    assert way == [True, False, True]


@pytest.mark.parametrize(
    ("part", "cost", "theta"), list(itertools.product((0.2, 0.3, 0.45), (1.1, 1.3), (4.0, 8.0)))
)
def test_the_deciding_part_leaves_the_small_region_as_it_was(part, cost, theta):
    case = {"small_part": part, "trade_elasticity": theta}
    decides = local_income_that_decides(
        **case, cost_before=1.6, trade_cost=cost, industry_spending=0.5
    )
    assert gains(cost, decides, **case)[0] == pytest.approx(0, abs=1e-12)
    assert gains(cost, decides + 0.01, **case)[0] < 0 < gains(cost, decides - 0.01, **case)[0]


def test_incomes_add_up_to_what_they_were():
    for cost in (1.05, 1.3, 1.6):
        industry = industry_of_small_region(**CASE, trade_cost=cost)
        small = 1 - 0.2 + 0.2 * industry / 0.3
        large = 1 - 0.2 + 0.2 * (1 - industry) / 0.7
        assert 0.3 * small + 0.7 * large == pytest.approx(1)


@given(PARTS, st.floats(1.55, 3), st.floats(1.02, 1.5), THETAS, st.floats(0.1, 0.9))
def test_the_deciding_part_is_a_part(part, before, cost, theta, spending):
    decides = local_income_that_decides(
        small_part=part, cost_before=before, trade_cost=cost, trade_elasticity=theta,
        industry_spending=spending,
    )  # fmt: skip
    assert 0 < decides <= 1 + 1e-12
