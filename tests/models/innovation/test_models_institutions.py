"""Pushes, routes, patience, patents, competition, portfolios: worked figures, limits, signs."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf.models.innovation.finance import least_chance_for_loan, least_payoff_for_shares
from nqpf.models.innovation.parallel_paths import (
    best_number_of_routes,
    chance_of_success,
    expected_years_of_race,
    value_of_routes,
)
from nqpf.models.innovation.patience import hurdle_of_commitment, value_within_horizon
from nqpf.models.innovation.rules_of_the_game import (
    best_patent_life,
    best_protected_part,
    competition_with_most_innovation,
    flow_of_innovation,
    gain_from_patent,
    research_of_rivals,
)
from nqpf.models.innovation.trial_and_error import (
    value_of_ease,
    value_of_known_way,
    value_of_new_way,
    weight_that_explores,
)
from nqpf.models.learning.big_push import (
    critical_share,
    output_of_push,
    profit_of_plant,
    push_window,
)
from nqpf.models.structure.portfolio import growth_of_portfolio, risk_of_portfolio


def profit(share, starting=0.8, premium=0.8, advantage=2.0):
    return profit_of_plant(
        labour=10.0,
        modern_advantage=advantage,
        starting_labour=starting,
        wage_premium=premium,
        modern_share=share,
    )


def test_a_push_pays_inside_the_window_alone():
    window = push_window(labour=10.0, modern_advantage=2.0, wage_premium=0.8)
    assert [round(end, 6) for end in window] == [0.555556, 1.0]
    assert [round(profit(share), 6) for share in (0.0, 1.0)] == [-0.44, 0.4]
    assert round(profit(1.0, starting=1.2), 6) == -0.4
    found = critical_share(labour=10.0, modern_advantage=2.0, starting_labour=0.8, wage_premium=0.8)
    assert found == pytest.approx(11 / 16)
    assert profit(found) == pytest.approx(0, abs=1e-12)


def test_without_a_wage_premium_nothing_depends_on_the_others():
    assert [profit(share, starting=3.0, premium=0.0) for share in (0.0, 1.0)] == [2, 4]
    window = push_window(labour=10.0, modern_advantage=2.0, wage_premium=0.0)
    assert window.lowest == window.highest == 5


@given(st.floats(0.1, 5), st.floats(0.05, 1), st.floats(1.2, 4))
def test_the_window_is_where_both_outcomes_hold(starting, premium, advantage):
    window = push_window(labour=10.0, modern_advantage=advantage, wage_premium=premium)
    ends = [profit(share, starting, premium, advantage) for share in (0.0, 1.0)]
    assume(min(map(abs, ends)) > 1e-9)
    assert (ends[0] < 0 < ends[1]) == (window.lowest < starting < window.highest)
    case = {"labour": 10.0, "modern_advantage": advantage, "wage_premium": premium}
    if ends[1] < 0:
        with pytest.raises(ValueError, match="no share suffices"):
            critical_share(**case, starting_labour=starting)
        return
    share = critical_share(**case, starting_labour=starting)
    assert 0 <= share <= 1
    assert (share > 0) == (ends[0] < 0)
    if share > 0:
        assert profit(share, starting, premium, advantage) == pytest.approx(0, abs=1e-9)


def test_all_labour_is_used_whatever_part_is_modern():
    for share in (0.0, 0.4, 1.0):
        made = output_of_push(
            labour=10.0, modern_advantage=2.0, starting_labour=0.8, modern_share=share
        )
        used = (1 - share) * made + share * (made / 2 + 0.8)
        assert used == pytest.approx(10)


CASE = {"route_chance": 0.2, "prize": 100.0, "route_cost": 4.0}


def test_several_routes_in_figures():
    for routes, chance in ((1.0, 0.2), (3.0, 0.488), (10.0, 0.892626)):
        found = chance_of_success(route_chance=0.2, routes=routes, shared_fate=0.0)
        assert round(found, 6) == chance
    assert [best_number_of_routes(**CASE, shared_fate=fate) for fate in (0.0, 0.5, 1.0)] == [
        8,
        5,
        1,
    ]
    assert round(value_of_routes(**CASE, shared_fate=0.0, routes=8.0), 6) == 51.222784
    assert expected_years_of_race(racers=4.0, success_rate=0.1) == 2.5
    assert expected_years_of_race(racers=1.0, success_rate=0.1) == 10
    assert best_number_of_routes(**CASE | {"prize": 10.0}, shared_fate=0.0) == 0


@given(st.floats(0.05, 0.6), st.floats(0, 1), st.floats(10, 500), st.floats(1, 20))
def test_the_best_number_of_routes_beats_every_other(chance, fate, prize, cost):
    case = {"route_chance": chance, "prize": prize, "route_cost": cost}
    best = best_number_of_routes(**case, shared_fate=fate)

    def value(routes):
        case_of = case | {"shared_fate": fate}
        return value_of_routes(**case_of, routes=float(routes)) if routes else 0.0

    assume(best <= 20)
    assert value(best) >= max(value(routes) for routes in range(21)) - 1e-9
    assert best <= best_number_of_routes(**case, shared_fate=0.0)


def within(horizon, rate=0.08, yearly=0.4):
    return value_within_horizon(
        discount_rate=rate,
        horizon=float(horizon),
        first_return=6.0,
        years_of_return=10.0,
        yearly_return=yearly,
    )


def test_a_horizon_of_ten_years_accepts_what_one_of_eight_refuses():
    for years, value in ((5, -100), (8, -29.842844), (10, 8.694854), (15, 82.670746)):
        assert round(100 * within(years), 6) == value
    assert next(years for years in range(1, 31) if within(years) > 0) == 10
    assert within(30) == within(15)
    assert [round(100 * within(15, rate), 3) for rate in (0.03, 0.12)] == [194.329, 28.244]


@given(st.integers(1, 30), st.floats(0.01, 0.2), st.floats(0, 1))
def test_a_value_within_a_horizon_is_the_sum_of_its_returns(horizon, rate, yearly):
    returns = [yearly / (1 + rate) ** year for year in range(6, 16) if year <= horizon]
    assert within(horizon, rate, yearly) == pytest.approx(sum(returns) - 1, abs=1e-9)


def hurdle(market, policy=0.0, payout=0.04):
    return hurdle_of_commitment(
        discount_rate=0.04,
        payout_rate=payout,
        market_uncertainty=market,
        policy_uncertainty=policy,
    )


def test_uncertainty_raises_the_hurdle():
    for market, times in ((0.2, 2), (0.1, 1.421535), (0.4, 3.732051)):
        assert round(hurdle(market), 6) == times
    assert hurdle(0.3, 0.4) == pytest.approx(hurdle(0.5))


@given(st.floats(0.05, 0.5), st.floats(0, 0.5), st.floats(0.01, 0.11))
def test_unsure_rules_never_lower_the_hurdle_and_forgone_returns_do(market, policy, payout):
    root = 1 / (1 - 1 / hurdle(market, policy, payout))
    variance = market**2 + policy**2
    left = variance * root * (root - 1) / 2 + (0.04 - payout) * root - 0.04
    assert left == pytest.approx(0, abs=1e-7)
    assert 1 < hurdle(market, policy, payout) <= hurdle(market, policy + 0.1, payout) + 1e-9
    assert hurdle(market, policy, payout + 0.01) <= hurdle(market, policy, payout) + 1e-9


NEW = {"signs_for": 0.5, "signs_against": 0.75}


def test_a_long_view_makes_a_trial_worth_while():
    case = {"known_chance": 0.45, "tolerance": 1.0}
    assert round(value_of_new_way(**NEW, **case, later_weight=1.0), 6) == 0.936667
    assert value_of_known_way(**case, later_weight=1.0) == pytest.approx(0.9)
    weight = weight_that_explores(**NEW, known_chance=0.45)
    assert round(weight, 6) == 0.576923
    both = [
        value_of_new_way(**NEW, **case, later_weight=weight),
        value_of_known_way(**case, later_weight=weight),
    ]
    assert both[0] == pytest.approx(both[1])


def test_tolerance_does_not_rescue_a_bad_bet():
    bad = {"signs_for": 1.0, "signs_against": 1.5, "known_chance": 0.5}
    with pytest.raises(ValueError, match="no weight from 0 to 1 suffices"):
        weight_that_explores(**bad)
    for tolerance in (0.0, 0.5, 1.0):
        case = {"later_weight": 1.0, "tolerance": tolerance}
        assert value_of_new_way(**bad, **case) < value_of_known_way(known_chance=0.5, **case)
    assert weight_that_explores(**NEW, known_chance=0.3) == 0
    with pytest.raises(ValueError, match="no weight from 0 to 1 suffices"):
        weight_that_explores(**NEW, known_chance=0.7)


@given(st.floats(0, 1), st.floats(0, 0.9), st.floats(0, 0.8))
def test_tolerance_is_worth_as_much_to_ease_as_ease_itself(weight, tolerance, ease):
    low, high = (
        value_of_ease(ease=ease, later_weight=weight, tolerance=one)
        for one in (tolerance, tolerance + 0.1)
    )
    assert high - low == pytest.approx(0.1 * weight * ease)


def life(response):
    return best_patent_life(demand_response=response, interest_rate=0.05)


def test_a_patent_should_last_for_a_finite_time():
    for response, years in ((0.1, 63.456), (1.0, 33.910), (10.0, 23.802)):
        assert round(life(response), 3) == years
    assert best_protected_part(demand_response=1.0) == pytest.approx(math.sqrt(6) / 3)
    assert math.log(3) / 0.05 < life(50.0) < life(10.0)
    assert best_protected_part(demand_response=0.01) > 0.99


@given(st.floats(0.01, 50), st.floats(0.02, 0.1), st.floats(0, 200))
def test_no_other_life_gains_more(response, rate, years):
    case = {"demand_response": response, "interest_rate": rate, "enforcement": 1.0}
    assert -1e-12 <= gain_from_patent(**case, patent_years=years) <= 1 + 1e-9
    assert gain_from_patent(**case, patent_years=0.0) == 0


def flow(competition, imitation):
    return flow_of_innovation(competition=competition, imitation_rate=imitation)


def test_competition_and_innovation_in_figures():
    worked = {
        (0.5, 0.5): 1.108195, (1.0, 0.5): 1.145687, (0.5, 0.1): 1.087232, (1.0, 0.1): 1.000999,
        (0.5, 0.8): 1.072854, (1.0, 0.8): 1.243128,
    }  # fmt: skip
    for (competition, imitation), innovations in worked.items():
        assert round(flow(competition, imitation), 6) == innovations
    assert flow(competition_with_most_innovation(imitation_rate=0.5), 0.5) == pytest.approx(
        2 / math.sqrt(3)
    )
    golden = research_of_rivals(competition=0.5, imitation_rate=0.5).level
    assert golden == pytest.approx((math.sqrt(5) - 1) / 2)


@given(st.floats(0.5, 1), st.floats(0.1, 1.2))
def test_the_peak_is_the_peak_and_leads_change_hands_as_often_both_ways(competition, imitation):
    best = competition_with_most_innovation(imitation_rate=imitation)
    assert flow(competition, imitation) <= flow(best, imitation) + 1e-12
    efforts = research_of_rivals(competition=competition, imitation_rate=imitation)
    pulls_ahead = 2 * efforts.time_level * efforts.level
    catches_up = (1 - efforts.time_level) * (efforts.laggard + imitation)
    assert pulls_ahead == pytest.approx(catches_up)


def risk(weights, risks, shared):
    return risk_of_portfolio(weights=weights, tier_risk=risks, shared_risk=shared)


def test_equal_tiers_that_share_nothing_halve_their_risk_among_four():
    assert risk([0.25] * 4, [0.2] * 4, 0.0) == pytest.approx(0.1)
    assert risk([0.25] * 4, [0.2] * 4, 1.0) == pytest.approx(0.2)
    growth = growth_of_portfolio(weights=[0.1, 0.3], tier_growth=[0.02, 0.1])
    assert growth == pytest.approx(0.08)
    with pytest.raises(ValueError, match="unequal length"):
        risk([0.5, 0.5], [0.2], 0.0)


@given(st.lists(st.floats(0.01, 1), min_size=4, max_size=4), st.floats(0, 0.9))
def test_risk_is_the_root_of_the_quadratic_form(weights, shared):
    risks = np.array([0.03, 0.08, 0.18, 0.4])
    correlations = np.full((4, 4), shared) + (1 - shared) * np.eye(4)
    borne = np.array(weights) / sum(weights) * risks
    found = risk(weights, risks.tolist(), shared)
    assert found == pytest.approx(math.sqrt(borne @ correlations @ borne))
    assert found <= risk(weights, risks.tolist(), shared + 0.1) + 1e-12
    assert risk(weights, risks.tolist(), 1.0) == pytest.approx(borne.sum())


def test_a_loan_needs_a_project_that_hardly_fails():
    case = {"required_return": 0.04, "highest_rate": 0.08}
    found = [least_chance_for_loan(**case, years_to_payoff=years) for years in (1.0, 5.0, 10.0)]
    assert found == pytest.approx([(1.04 / 1.08) ** years for years in (1, 5, 10)])
    cheap = {"required_return": 0.1, "highest_rate": 0.05, "years_to_payoff": 3.0}
    with pytest.raises(ValueError, match="no chance suffices"):
        least_chance_for_loan(**cheap)
    assert least_chance_for_loan(**cheap | {"highest_rate": 0.1}) == 1


@given(st.floats(0, 0.4), st.floats(0.02, 1), st.floats(1, 20), st.floats(0, 2))
def test_shares_just_pay_at_the_least_payoff(rate, chance, years, others):
    case = {"required_return": rate, "project_chance": chance, "years_to_payoff": years}
    private = least_payoff_for_shares(**case, gain_of_others=0.0)
    assert chance * private / (1 + rate) ** years == pytest.approx(1)
    assert least_payoff_for_shares(**case, gain_of_others=others) == pytest.approx(
        private / (1 + others)
    )


def test_shares_in_percent_and_too_many_routes_are_refused():
    with pytest.raises(ValueError, match=r"Fractions, not percent: write 0\.2"):
        profit(20)
    with pytest.raises(ValueError, match=r"routes = 40.0 is outside \[1, 20\]"):
        chance_of_success(route_chance=0.2, routes=40.0, shared_fate=0.0)
