"""A rule for a digital market: trust against a cost that is the same for small and large."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf.models.data.platform_rules import (
    smallest_bound_firm,
    trade_covered,
    users_who_come,
    worth_of_market,
)

strengths, sizes = st.floats(0, 1), st.floats(0, 0.95)
distrusts, costs = st.floats(0, 0.6), st.floats(0, 0.4)


@given(sizes, distrusts, costs)
def test_without_a_rule_nothing_depends_on_whom_it_binds(size, distrust, cost):
    case = {"rule_strength": 0.0, "binding_size": size, "distrust": distrust, "cost_of_rule": cost}
    assert worth_of_market(**case) == pytest.approx(1 - distrust)
    assert smallest_bound_firm(**case) == size


@given(strengths, sizes, distrusts, costs)
def test_worth_is_what_the_firms_that_stay_earn(strength, size, distrust, cost):
    """Against a sum over a thousand firms."""
    case = {
        "rule_strength": strength,
        "binding_size": size,
        "distrust": distrust,
        "cost_of_rule": cost,
    }
    left = smallest_bound_firm(**case)
    assume(left < 1)
    users = users_who_come(rule_strength=strength, binding_size=size, distrust=distrust)
    earned = 0.0
    for place in range(2000):
        firm = (place + 0.5) / 2000
        if firm < size:
            earned += users * firm
        elif firm >= left:
            earned += users * firm - cost * strength
    assert worth_of_market(**case) == pytest.approx(2 * earned / 2000, abs=2e-3)


@given(strengths, sizes, distrusts)
def test_a_rule_that_costs_nothing_only_brings_users(strength, size, distrust):
    case = {"rule_strength": strength, "binding_size": size, "distrust": distrust}
    assert worth_of_market(**case, cost_of_rule=0.0) == pytest.approx(users_who_come(**case))


@given(strengths, sizes, costs)
def test_a_rule_without_distrust_only_costs(strength, size, cost):
    case = {"rule_strength": strength, "binding_size": size, "cost_of_rule": cost}
    assert worth_of_market(**case, distrust=0.0) <= 1 + 1e-12


def test_a_rule_for_the_large_covers_most_of_trade():
    assert trade_covered(binding_size=0.5) == 0.75
    large, every = (
        worth_of_market(rule_strength=0.8, binding_size=size, distrust=0.3, cost_of_rule=0.15)
        for size in (0.5, 0.0)
    )
    assert large > every
    cheap, dear = (
        worth_of_market(rule_strength=1.0, binding_size=size, distrust=0.6, cost_of_rule=0.01)
        for size in (0.0, 0.8)
    )
    assert cheap > dear


def test_none_of_the_large_leave_while_the_rule_is_cheap():
    case = {"rule_strength": 1.0, "distrust": 0.3, "cost_of_rule": 0.2}
    assert smallest_bound_firm(**case, binding_size=0.5) == 0.5
    assert smallest_bound_firm(**case, binding_size=0.0) == pytest.approx(0.2)
