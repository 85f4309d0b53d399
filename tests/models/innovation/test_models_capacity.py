"""Ladders, research, the frontier and absorption: figures, limits, searches and signs."""

import math
from functools import partial

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf.models.growth.drivers import growth_from_breakthroughs
from nqpf.models.innovation.absorption import (
    best_own_research,
    conversion,
    knowledge,
    lasting_proximity_of_absorption,
    lasting_proximity_with_innovation,
    proximity_after,
)
from nqpf.models.innovation.frontier import (
    best_switching_point,
    lasting_proximity,
    next_proximity,
    proximity_path,
    years_to_proximity,
)
from nqpf.models.innovation.ladders import (
    best_research,
    chance_of_no_breakthrough,
    market_research,
    worth_of_research,
)
from nqpf.models.innovation.research import (
    basic_share_of_firms,
    growth_from_research,
    growth_in_the_long_run,
    growth_of_firms_mix,
    years_to_half,
)
from scipy.optimize import minimize_scalar

LADDER = {
    "arrival_rate": 0.2,
    "step_size": 1.2,
    "intermediate_exponent": 0.6,
    "interest_rate": 0.05,
}
ladders = st.fixed_dictionaries(
    {
        "arrival_rate": st.floats(0.05, 1),
        "step_size": st.floats(1.05, 2),
        "intermediate_exponent": st.floats(0.3, 0.8),
        "interest_rate": st.floats(0.02, 0.1),
    }
)


def growth(research, case):
    return growth_from_breakthroughs(
        arrival_rate=case["arrival_rate"], researchers=research, step_size=case["step_size"]
    )


def test_large_steps_are_under_supplied_and_small_ones_over_supplied():
    assert round(market_research(**LADDER), 6) == 0.305556
    assert round(best_research(**LADDER), 6) == 0.625
    assert round(growth(market_research(**LADDER), LADDER), 6) == 0.011142
    assert round(growth(best_research(**LADDER), LADDER), 6) == 0.022790
    small = LADDER | {"arrival_rate": 0.22, "step_size": 1.15}
    assert round(market_research(**small), 6) == 0.305317
    assert round(best_research(**small), 6) == 0.227273
    assert round(1 / (0.2 * market_research(**LADDER)), 2) == 16.36


@given(ladders)
def test_market_research_satisfies_the_arbitrage_condition(case):
    research = market_research(**case)
    step, exponent = case["step_size"], case["intermediate_exponent"]
    rate = case["arrival_rate"]
    value = rate * step * (1 - exponent) / exponent * (1 - research)
    cost = case["interest_rate"] + rate * research
    if research > 0:
        assert value == pytest.approx(cost, rel=1e-9)
    else:
        assert value <= cost * (1 + 1e-12)


def outruns(case):
    """Return whether all could make as much progress in a year as interest takes away."""
    return case["arrival_rate"] * (case["step_size"] - 1) >= case["interest_rate"]


@given(ladders)
def test_the_best_research_has_the_largest_worth(case):
    assume(not outruns(case))
    found = best_research(**case)
    assert 0 <= found < 1
    worth = worth_of_research(researchers=found, **case)
    others = np.linspace(0, 1, 401)
    sizes = {name: np.full(401, value) for name, value in case.items()}
    assert (worth_of_research(researchers=others, **sizes) <= worth * (1 + 1e-9)).all()


@given(ladders)
def test_where_progress_outruns_interest_there_is_no_best_amount(case):
    """It was given as 100%, where nothing is made; the worth passes any number before that."""
    assume(outruns(case))
    for function in (best_research, partial(worth_of_research, researchers=0.5)):
        with pytest.raises(ValueError, match="no best amount: progress outruns interest"):
            function(**case)


def test_the_worth_of_research_adds_up_output_year_by_year():
    research, rate = 0.4, LADDER["arrival_rate"]
    growth, interest = rate * research * (LADDER["step_size"] - 1), LADDER["interest_rate"]
    times = np.linspace(0, 2000, 2_000_001)
    flow = (1 - research) ** LADDER["intermediate_exponent"] * np.exp((growth - interest) * times)
    assert worth_of_research(researchers=research, **LADDER) == pytest.approx(
        np.trapezoid(flow, times), rel=1e-6
    )


def test_at_the_edge_of_no_best_amount():
    assert round(best_research(**LADDER | {"step_size": 1.2499}), 4) == 0.9994
    several = {name: np.array([value, value]) for name, value in LADDER.items()}
    for step in (1.26, np.array([1.2, 1.3])):
        with pytest.raises(ValueError, match="no best amount"):
            best_research(**several | {"step_size": step})


@given(ladders)
def test_market_research_rises_with_the_reward_and_falls_with_interest(case):
    larger = case | {"step_size": min(2.0, case["step_size"] * 1.05)}
    dearer = case | {"interest_rate": min(0.1, case["interest_rate"] * 1.1)}
    assert market_research(**larger) >= market_research(**case) - 1e-12
    assert market_research(**dearer) <= market_research(**case) + 1e-12


def test_waiting_for_a_breakthrough():
    chance = chance_of_no_breakthrough(arrival_rate=0.2, researchers=0.5, year=10.0)
    assert chance == pytest.approx(math.exp(-1))
    assert chance_of_no_breakthrough(arrival_rate=0.2, researchers=0.0, year=60.0) == 1


SWITCH = {
    "imitation_invested": 0.06,
    "imitation_innovating": 0.035,
    "retention_invested": 0.9,
    "retention_innovating": 0.985,
}


def test_the_trap_the_switch_and_what_lies_beyond():
    assert round(best_switching_point(**SWITCH), 6) == 0.294118
    trap = lasting_proximity(imitation=0.06, retention=0.9, frontier_growth=0.02)
    assert trap == pytest.approx(0.5)
    beyond = lasting_proximity(imitation=0.035, retention=0.985, frontier_growth=0.02)
    assert beyond == pytest.approx(1.0)
    weaker = SWITCH | {"imitation_innovating": 0.03}
    assert round(best_switching_point(**weaker), 6) == 0.352941
    lower = lasting_proximity(imitation=0.03, retention=0.985, frontier_growth=0.02)
    assert round(lower, 6) == 0.857143


def test_who_waits_for_too_long_never_leaves_the_trap():
    case = SWITCH | {"proximity": 0.2, "frontier_growth": 0.02}
    late = proximity_path(switching_point=0.6, years=60, **case)
    assert late[-1] == pytest.approx(0.5, abs=0.001)
    timely = proximity_path(switching_point=0.45, years=60, **case)
    assert len(timely) == 61
    assert timely[14] < 0.45 < timely[15]  # year 15, as the years on the way say
    assert timely[-1] > 0.85
    best = proximity_path(switching_point=best_switching_point(**SWITCH), years=60, **case)
    assert all(one >= two - 1e-12 for one, two in zip(best, timely, strict=True))


def test_years_on_the_way():
    case = {"imitation": 0.06, "retention": 0.9, "frontier_growth": 0.02, "proximity": 0.2}
    assert round(years_to_proximity(switching_point=0.45, **case), 2) == 14.32
    assert years_to_proximity(switching_point=0.6, **case) == -1
    assert years_to_proximity(switching_point=0.1, **case) == 0


@given(st.floats(0.01, 0.4), st.floats(0.05, 1), st.floats(0.01, 0.1), st.floats(0.8, 0.99))
def test_years_agree_with_the_steps(proximity, target, imitation, retention):
    case = {"imitation": imitation, "retention": retention, "frontier_growth": 0.02}
    years = years_to_proximity(proximity=proximity, switching_point=target, **case)
    now, steps = proximity, 0
    while now < target and steps < 2000:
        now, steps = (imitation + retention * now) / 1.02, steps + 1
    if years == -1:
        assert lasting_proximity(**case) <= target
    elif steps < 2000:
        assert steps - 1 - 1e-6 <= years <= steps + 1e-6


@given(st.floats(0.01, 0.1), st.floats(0.8, 0.99), st.floats(0.005, 0.05))
def test_the_lasting_proximity_stays_where_it_is(imitation, retention, frontier_growth):
    case = {"imitation": imitation, "retention": retention, "frontier_growth": frontier_growth}
    rest = lasting_proximity(**case)
    if rest <= 1:
        assert next_proximity(proximity=rest, **case) == pytest.approx(rest)


def test_the_mix_of_research():
    share = basic_share_of_firms(basic_weight=0.25, internalised_share=0.11)
    assert round(share, 6) == 0.035370
    found = growth_of_firms_mix(basic_weight=0.25, internalised_share=0.11)
    assert round(found, 6) == 0.740709
    assert round(basic_share_of_firms(basic_weight=0.25, internalised_share=0.5), 6) == 0.142857


@given(st.floats(0.1, 0.5), st.floats(0, 1))
def test_the_best_mix_is_the_weight(weight, internalised):
    def growth_at(share):
        return growth_from_research(
            research_productivity=1.0, basic_share=share, basic_weight=weight
        )

    found = minimize_scalar(lambda share: -growth_at(share), bounds=(0, 1), method="bounded")
    assert found.x == pytest.approx(weight, abs=1e-4)
    full = basic_share_of_firms(basic_weight=weight, internalised_share=1.0)
    assert full == pytest.approx(weight)
    mix = growth_of_firms_mix(basic_weight=weight, internalised_share=internalised)
    at_firms = basic_share_of_firms(basic_weight=weight, internalised_share=internalised)
    assert mix == pytest.approx(growth_at(at_firms) / growth_at(weight))
    assert mix <= 1 + 1e-12


def test_ideas_get_harder_to_find():
    assert round(years_to_half(rate_of_decline=0.051), 2) == 13.59
    assert round(years_to_half(rate_of_decline=0.068), 2) == 10.19
    # Falls and rises as published: 41-fold at 5.1 % and 23-fold at 4.3 % a year.
    assert round(math.log(41) / 0.051, 2) == 72.82
    assert round(math.log(23) / 0.043, 2) == 72.92
    long_run = growth_in_the_long_run(research_growth=0.01, duplication=1.0, difficulty=3.0)
    assert round(long_run, 5) == 0.00333
    assert growth_in_the_long_run(research_growth=0.0, duplication=1.0, difficulty=3.0) == 0


BUDGET = {"research_budget": 10.0, "absorption_difficulty": 2.0}


def test_buying_everything_yields_nothing():
    best = best_own_research(foreign_price=0.25, **BUDGET)
    assert round(best, 6) == 3.656854
    assert round(knowledge(own_research=best, foreign_price=0.25, **BUDGET), 6) == 20.058875
    assert knowledge(own_research=0.0, foreign_price=0.25, **BUDGET) == 0
    assert knowledge(own_research=10.0, foreign_price=0.25, **BUDGET) == 10
    assert best_own_research(foreign_price=0.9, **BUDGET) == 10


@given(st.floats(1, 50), st.floats(0.01, 0.95), st.floats(0.5, 5))
def test_the_best_research_of_ones_own_is_the_best(budget, price, difficulty):
    case = {
        "research_budget": budget,
        "foreign_price": price,
        "absorption_difficulty": difficulty,
    }
    best = knowledge(own_research=best_own_research(**case), **case)
    for part in range(21):
        assert knowledge(own_research=budget * part / 20, **case) <= best * (1 + 1e-9)


def test_catching_up():
    assert lasting_proximity_of_absorption(absorption_rate=0.06, frontier_growth=0.02) == 0.75
    for rate, rest in ((0.02, 0.5), (0.18, 0.9), (0.04, 2 / 3)):
        found = lasting_proximity_of_absorption(absorption_rate=rate, frontier_growth=0.02)
        assert found == pytest.approx(rest)
    case = {"absorption_rate": 0.06, "frontier_growth": 0.02}
    assert round(proximity_after(proximity=0.3, year=20.0, **case), 6) == 0.659147
    half = math.log(2) / 0.08
    assert round(half, 3) == 8.664
    assert proximity_after(proximity=0.25, year=half, **case) == pytest.approx(0.5)
    logistic = lasting_proximity_with_innovation(
        own_innovation_rate=0.005, catch_up_rate=0.06, frontier_growth=0.02
    )
    assert logistic == pytest.approx(0.75)


def test_stages_multiply():
    assert round(conversion(pass_through=[0.8, 0.7, 0.6, 0.5]), 4) == 0.168
