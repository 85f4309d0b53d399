"""Ecosystems: worked figures, the loop's eigenvalue against numpy, and which link pays most."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.structure.bottlenecks import (
    best_split,
    cost_of_repair,
    level_of_chain,
    multiplier_of_links,
    output_of_resources,
)
from nqpf.models.structure.ecosystem import (
    Cycles,
    elasticities_of_links,
    growth_of_loop,
    next_stocks_of_cycles,
    next_stocks_of_loop,
    output_of_chain,
    output_of_links,
    technology_at_rest,
)

SIX = [0.9, 0.9, 0.9, 0.9, 0.9, 0.5]
QUALITIES = st.lists(st.floats(0.05, 1), min_size=1, max_size=6)


def test_a_hundred_good_parts_make_a_bad_product():
    assert round(output_of_chain(link_qualities=[0.99] * 100), 6) == 0.366032
    assert round(output_of_chain(link_qualities=[0.999] * 100), 6) == 0.904792
    assert round(output_of_chain(link_qualities=SIX), 6) == 0.295245


def test_like_works_best_with_like():
    good, poor = 0.9, 0.6
    together = [output_of_chain(link_qualities=[one, one]) for one in (good, poor)]
    assert math.fsum(together) == pytest.approx(1.17)
    assert 2 * output_of_chain(link_qualities=[good, poor]) == pytest.approx(1.08)


def test_from_the_weakest_to_the_best():
    def whole(exponent):
        return output_of_links(link_qualities=SIX, link_exponent=exponent)

    assert whole(1.0) == pytest.approx(5 / 6)
    assert whole(0.0) == pytest.approx(math.prod(SIX) ** (1 / 6))
    assert whole(-10.0) == pytest.approx((math.fsum(q**-10 for q in SIX) / 6) ** -0.1)
    assert whole(2e-6) == pytest.approx(whole(0.0), abs=1e-6)


@given(QUALITIES, st.floats(-10, 4), st.floats(0, 1))
def test_better_substitutes_raise_the_whole_between_worst_and_best(qualities, exponent, more):
    lower, higher = (
        output_of_links(link_qualities=qualities, link_exponent=one)
        for one in (exponent, exponent + more)
    )
    assert min(qualities) * (1 - 1e-9) <= lower <= higher * (1 + 2e-6)
    assert higher <= max(qualities) * (1 + 1e-9)


@given(QUALITIES, st.floats(-10, 5))
def test_elasticities_are_the_slopes_and_sum_to_one(qualities, exponent):
    found = elasticities_of_links(link_qualities=qualities, link_exponent=exponent)
    assert math.fsum(found) == pytest.approx(1)
    step = 1e-6
    up, down = (
        output_of_links(link_qualities=[max(0.05, qualities[0] * (1 - shift)), *qualities[1:]],
                        link_exponent=exponent)
        for shift in (0, step)
    )  # fmt: skip
    if qualities[0] > 0.051 and abs(exponent) > 0.01:
        assert math.log(up / down) / step == pytest.approx(found[0], abs=1e-4)


def test_the_first_coin_belongs_to_the_worst_only_below_one():
    def dearest(exponent):
        found = elasticities_of_links(link_qualities=SIX, link_exponent=exponent)
        gains = [each / quality for each, quality in zip(found, SIX, strict=True)]
        return gains[-1] - gains[0]

    assert dearest(-4.0) > 0
    assert dearest(1.0) == pytest.approx(0)
    assert dearest(4.0) < 0


def test_a_loop_grows_if_the_product_of_its_gains_is_enough():
    assert round(growth_of_loop(loop_gains=[0.4, 0.5, 0.6], loop_retention=0.5), 6) == 0.993242
    for place in range(3):
        gains = [0.4, 0.5, 0.6]
        gains[place] *= 0.125 / 0.12
        assert growth_of_loop(loop_gains=gains, loop_retention=0.5) == pytest.approx(1)
    assert growth_of_loop(loop_gains=[0.0, 1.0, 1.0], loop_retention=0.5) == 0.5


@given(st.lists(st.floats(0.05, 1), min_size=1, max_size=5), st.floats(0.3, 0.9))
def test_it_is_the_largest_eigenvalue_of_the_step(gains, retention):
    size = len(gains)
    step = [
        next_stocks_of_loop(
            loop_stocks=[float(row == column) for row in range(size)],
            loop_gains=gains,
            loop_retention=retention,
        )
        for column in range(size)
    ]
    largest = max(abs(np.linalg.eigvals(np.array(step))))
    assert growth_of_loop(loop_gains=gains, loop_retention=retention) == pytest.approx(largest)


def test_no_link_at_all_is_refused():
    with pytest.raises(ValueError, match="must not be empty"):
        output_of_chain(link_qualities=[])


def rest(education, finance):
    return technology_at_rest(cycle_link=0.5, education_cycle=education, finance_cycle=finance)


def test_closing_a_cycle_turns_a_sum_into_a_multiplier():
    assert rest(0.0, 0.0) == 1 + 0.5 + 0.25
    assert rest(1.0, 0.0) == pytest.approx(1.75 / (1 - 0.125))
    assert rest(0.0, 1.0) == pytest.approx(2.5 / (1 - 0.125))
    assert rest(1.0, 1.0) == pytest.approx(2.5 / (1 - 0.25))
    assert rest(1.0, 1.0) - rest(0.0, 1.0) > rest(1.0, 0.0) - rest(0.0, 0.0)


@given(st.floats(0, 0.7), st.floats(0, 1), st.floats(0, 1), st.floats(0.3, 0.9))
def test_the_rest_is_where_the_step_stands_still(link, education, finance, retention):
    cycles = {"cycle_link": link, "education_cycle": education, "finance_cycle": finance}
    technology = technology_at_rest(**cycles)
    first = 1 + link * education * technology
    industry = 1 + link * technology
    stocks = Cycles(first, 1 + link * first, technology, industry, 1 + link * industry)
    after = next_stocks_of_cycles(**stocks._asdict(), **cycles, loop_retention=retention)
    assert after == pytest.approx(stocks)


LEVELS, COSTS = [0.9, 0.4, 0.6, 0.7], [2.0, 3.0, 1.0, 4.0]


def test_money_for_a_good_base_is_lost():
    def cost(target):
        return cost_of_repair(base_levels=LEVELS, repair_costs=COSTS, target_level=target)

    assert level_of_chain(base_levels=[1.0, 0.4, 1.0, 1.0]) == level_of_chain(base_levels=LEVELS)
    assert cost(level_of_chain(base_levels=LEVELS)) == 0
    assert cost(0.6) == pytest.approx(20 * 3)
    assert cost(0.7) == pytest.approx(30 * 3 + 10 * 1)
    assert cost(1.0) == pytest.approx(10 * 2 + 60 * 3 + 40 * 1 + 30 * 4)


STOCKS, WEIGHTS = [6.0, 3.0, 8.0, 4.0, 2.0, 5.0], [0.25, 0.15, 0.2, 0.15, 0.1, 0.15]


@given(st.lists(st.floats(0.1, 20), min_size=6, max_size=6), st.floats(0, 40))
def test_the_best_split_spends_all_and_evens_out_what_the_last_unit_adds(stocks, budget):
    spent = best_split(resource_budget=budget, resource_stocks=stocks, resource_weights=WEIGHTS)
    assert math.fsum(spent) == pytest.approx(budget, abs=1e-7)
    last = [w / (s + m) for s, m, w in zip(stocks, spent, WEIGHTS, strict=True)]
    for adds, spending in zip(last, spent, strict=True):
        assert spending <= 1e-7 or adds == pytest.approx(max(last), rel=1e-6)


def test_no_other_split_of_the_budget_yields_more():
    given_case = {"resource_stocks": STOCKS, "resource_weights": WEIGHTS}
    spent = best_split(resource_budget=6.0, **given_case)

    def yields(split):
        stocks = [s + m for s, m in zip(STOCKS, split, strict=True)]
        return output_of_resources(resource_stocks=stocks, resource_weights=WEIGHTS)

    for giver in range(6):
        for taker in range(6):
            if giver != taker and spent[giver] > 0.01:
                moved = list(spent)
                moved[giver], moved[taker] = moved[giver] - 0.01, moved[taker] + 0.01
                assert yields(moved) < yields(spent)


def test_what_firms_buy_from_firms_multiplies_productivity():
    assert multiplier_of_links(intermediate_share=0.5) == 2
    rounds = math.fsum(0.6**turn for turn in range(200))
    assert multiplier_of_links(intermediate_share=0.6) == pytest.approx(rounds)
