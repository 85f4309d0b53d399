"""Learning, industrial security and green growth: worked figures, limits, searches and signs."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf import data
from nqpf.models.innovation.green import (
    changes_by_factor,
    clean_over_dirty,
    needed_change_of_intensity,
    output_growth_behind_energy,
    subsidy_that_turns_research,
    years_of_clean_research,
)
from nqpf.models.learning import (
    cost_after_experience,
    cost_of_early_bird,
    fitted_learning_rate,
    learning_exponent,
    unit_cost_path,
    utilisation_of_race,
)
from nqpf.models.security import (
    best_home_share,
    best_stock,
    chance_of_losing_all,
    concentration_around_largest,
    concentration_of_suppliers,
    cost_of_stock,
)
from scipy.optimize import minimize_scalar
from scipy.stats import linregress


def test_experience_lowers_cost_by_the_same_part_each_doubling():
    assert round(learning_exponent(learning_rate=0.2), 6) == 0.321928
    for multiple, cost in ((10.0, 0.476510), (100.0, 0.227062), (1000.0, 0.108197)):
        found = cost_after_experience(learning_rate=0.2, experience_multiple=multiple)
        assert round(found, 6) == cost
    assert cost_after_experience(learning_rate=0.0, experience_multiple=1000.0) == 1


@given(st.floats(-0.5, 0.6), st.floats(0.1, 1e4), st.lists(st.floats(1, 1e5), min_size=3))
def test_the_fit_finds_the_rate_behind_costs(rate, first, experience):
    assume(max(experience) > 2 * min(experience))
    costs = [first * made ** math.log2(1 - rate) for made in experience]
    assert fitted_learning_rate(experience, costs) == pytest.approx(rate, abs=1e-9)


def test_the_fit_is_least_squares_and_a_rate_differs_between_periods_and_editions():
    def fits(first, last, table="learning_solar_pv"):
        rows = data.rows(table)
        kept = [row for row in rows if first <= row["year"] <= last]
        made, paid = ([row[n] for row in kept] for n in ("cumulative_capacity_mw", "module_price"))
        slope = linregress(np.log2(made), np.log2(paid)).slope
        assert fitted_learning_rate(made, paid) == pytest.approx(1 - 2**slope, rel=1e-12)
        return round(fitted_learning_rate(made, paid), 3)

    assert [fits(1976, 2019), fits(1976, 2009), fits(2010, 2019)] == [0.226, 0.204, 0.357]
    newer = [(1976, 2019), (1976, 2024), (2020, 2024)]
    assert [fits(*years, "learning_solar_pv_2025") for years in newer] == [0.217, 0.229, 0.189]


def test_a_record_that_has_no_rate_is_refused():
    with pytest.raises(ValueError, match="costs has 1 values for 2 experiences"):
        fitted_learning_rate([1.0, 2.0], [1.0])
    with pytest.raises(ValueError, match="above 0"):
        fitted_learning_rate([1.0, 2.0], [1.0, 0.0])
    with pytest.raises(ValueError, match="fewer than two different values"):
        fitted_learning_rate([3.0, 3.0], [1.0, 2.0])


def test_a_head_start_vanishes_as_know_how_spills_over():
    for spillover, ratio in ((0.0, 0.668706), (0.5, 0.817745), (1.0, 1.0)):
        found = cost_of_early_bird(
            learning_rate=0.2, market_growth=0.25, head_start=5.0, spillover=spillover
        )
        assert round(found, 6) == ratio


def path(rate, size):
    return unit_cost_path(
        learning_rate=rate, market_size=size, price_elasticity=1.5, price_markup=1.2, years=29
    )


def test_a_large_market_buys_speed_along_the_curve():
    for size, cost in ((0.5, 0.310890), (1.0, 0.213414), (2.0, 0.143261)):
        assert round(path(0.2, size)[-1], 6) == cost
    assert set(path(0.0, 5.0)) == {1.0}


@given(st.floats(0, 0.35), st.floats(0.2, 2.5))
def test_cost_never_rises_and_falls_faster_in_the_larger_market(rate, size):
    small, large = path(rate, size), path(rate, 2 * size)
    assert all(after <= before for before, after in pairwise(small))
    assert large[-1] <= small[-1]


def test_six_builders_for_half_the_market_each():
    assert utilisation_of_race(builders=6.0, capacity_built=0.5) == pytest.approx(1 / 3)
    assert utilisation_of_race(builders=1.0, capacity_built=0.5) == 1


def losing(common):
    return [
        chance_of_losing_all(suppliers=n, failure_chance=0.1, common_chance=common)
        for n in (1.0, 2.0, 3.0)
    ]


def test_three_suppliers_are_not_three_times_as_safe():
    shares = concentration_of_suppliers(supplier_shares=[0.5, 0.3, 0.2])
    assert round(shares, 6) == 0.38
    assert round(1 / shares, 4) == 2.6316
    assert losing(0.0) == pytest.approx([0.1, 0.01, 0.001])
    assert losing(0.02) == pytest.approx([0.118, 0.0298, 0.02098])


@given(st.floats(0.1, 0.9), st.integers(1, 9))
def test_one_large_seller_caps_the_effective_number_of_suppliers(largest, others):
    around = concentration_around_largest(largest_share=largest, other_suppliers=float(others))
    shares = [largest, *[(1 - largest) / others] * others]
    assert around == pytest.approx(concentration_of_suppliers(supplier_shares=shares))
    assert 1 / around < 1 / largest**2


@given(st.floats(0.01, 1), st.floats(0.04, 2), st.floats(1, 50), st.floats(0.05, 5))
def test_the_best_stock_costs_the_least(rate, length, shortage, holding):
    case = {
        "disruption_rate": rate,
        "disruption_length": length,
        "shortage_cost": shortage,
        "holding_cost": holding,
    }

    def cost(stock):
        return cost_of_stock(stock=stock, **case)

    best = best_stock(**case)
    assume(best <= 5)
    found = minimize_scalar(cost, bounds=(0, 5), method="bounded", options={"xatol": 1e-10})
    assert cost(best) <= cost(found.x) * (1 + 1e-9)
    assert best >= 0


def test_what_a_stock_costs_and_how_little_its_best_size_heeds_the_cost_of_a_shortage():
    case = {"disruption_rate": 0.2, "disruption_length": 1 / 6, "holding_cost": 0.5}
    best = best_stock(shortage_cost=10.0, **case)
    assert round(12 * best, 4) == 2.7726
    found = [cost_of_stock(stock=stock, shortage_cost=10.0, **case) for stock in (0.0, best)]
    assert [round(cost, 6) for cost in found] == [0.333333, 0.198858]
    longer = best_stock(shortage_cost=10.0, **case | {"disruption_length": 1 / 3})
    assert longer == pytest.approx(2 * best)
    assert best_stock(shortage_cost=20.0, **case) - best == pytest.approx(math.log(2) / 6)
    assert best_stock(shortage_cost=2.0, **case) == 0


def test_autonomy_is_right_at_the_price_of_a_fair_insurance():
    for cost, share in ((0.04, 1.0), (0.05, 0.457143), (0.06, 0.078431), (0.0625, 0.0), (0.1, 0.0)):
        found = best_home_share(crisis_chance=0.1, crisis_loss=0.4, home_cost=cost)
        assert round(found, 6) == share


@given(st.floats(0.01, 0.3), st.floats(0.3, 0.9), st.floats(0.005, 0.2))
def test_the_best_home_share_maximises_expected_log_income(chance, loss, cost):
    def expected(share):
        crisis = 1 - cost * share - loss * (1 - share)
        return chance * math.log(crisis) + (1 - chance) * math.log(1 - cost * share)

    best = best_home_share(crisis_chance=chance, crisis_loss=loss, home_cost=cost)
    assert all(expected(step / 50) <= expected(best) + 1e-12 for step in range(51))


def test_four_factors_account_for_the_whole_change():
    before, after = [1.41, 10.0, 3.0, 2.4], [1.40, 13.0, 2.5, 2.1]
    found = changes_by_factor(factors_start=before, factors_end=after)
    assert [round(one, 6) for one in found] == [-0.701105, 25.844153, -17.959558, -13.153490]
    assert math.fsum(found) == pytest.approx(95.55 - 101.52)
    assert changes_by_factor(factors_start=before, factors_end=before) == (0, 0, 0, 0)


@given(st.lists(st.tuples(st.floats(0.1, 10), st.floats(0.1, 10)), min_size=1, max_size=5))
def test_nothing_is_left_over(pairs):
    before, after = map(list, zip(*pairs, strict=True))
    found = changes_by_factor(factors_start=before, factors_end=after)
    change = math.prod(after) - math.prod(before)
    assert math.fsum(found) == pytest.approx(change, rel=1e-8, abs=1e-6 * math.prod(before))


def test_intensity_must_fall_faster_than_emissions():
    found = needed_change_of_intensity(emissions_growth=-0.02, output_growth=0.048)
    assert round(100 * found, 4) == -6.4885


def test_better_substitutes_need_a_larger_push():
    case = {"clean_lag": 0.5, "capital_share": 1 / 3}
    assert round(subsidy_that_turns_research(clean_elasticity=3.0, **case), 6) == 1.519842
    assert subsidy_that_turns_research(clean_elasticity=10.0, **case) == pytest.approx(63)
    assert subsidy_that_turns_research(clean_elasticity=1.0, **case) == 0
    assert round(years_of_clean_research(clean_lag=0.5, clean_progress=0.02), 4) == 35.0028
    assert years_of_clean_research(clean_lag=1.0, clean_progress=0.02) == 0


@given(st.floats(0.1, 0.9), st.floats(0.02, 0.1), st.floats(0, 10))
def test_each_year_of_delay_takes_two_years_to_level(lag, progress, delay):
    def level(turn, year):
        return clean_path(clean_lag=lag, clean_progress=progress, turn_year=turn, year=float(year))

    soon = years_of_clean_research(clean_lag=lag, clean_progress=progress)
    assume(soon + 2 * delay <= 60)
    assert level(0.0, soon) == pytest.approx(1)
    assert level(delay, soon + 2 * delay) == pytest.approx(1)
    assert level(delay, delay) == pytest.approx(lag * (1 + progress) ** -delay)


def clean_path(**case):
    """Return clean over dirty technology under a subsidy that is large and lasts, unless told."""
    plenty = {
        "research_subsidy": 10.0,
        "subsidy_years": 60.0,
        "clean_elasticity": 1.5,
        "capital_share": 1 / 3,
    }
    return clean_over_dirty(**plenty | case)


@given(st.floats(0.2, 0.9), st.floats(1.2, 5.0), st.floats(0.0, 10.0), st.floats(0.0, 60.0))
def test_a_path_under_a_subsidy_is_that_of_a_walk_year_by_year(lag, elasticity, subsidy, years):
    years = float(round(years))
    needed = subsidy_that_turns_research(
        clean_lag=lag, clean_elasticity=elasticity, capital_share=1 / 3
    )
    assume(abs(subsidy - needed) > 1e-6)
    ratio = lag
    for year in range(60):
        # Research looks at profits of this year: with the subsidy, or by the lag alone.
        clean = subsidy >= needed if year < years else ratio >= 1
        ratio *= 1.02 if clean else 1 / 1.02
        assume(abs(ratio - 1) > 1e-6)
    found = clean_path(
        clean_lag=lag,
        clean_progress=0.02,
        turn_year=0.0,
        year=60.0,
        research_subsidy=subsidy,
        subsidy_years=years,
        clean_elasticity=elasticity,
    )
    assert found == pytest.approx(ratio)


def test_a_subsidy_that_is_too_small_or_stops_too_soon_leaves_research_dirty():
    case = {"clean_lag": 0.5, "clean_progress": 0.02, "turn_year": 0.0, "clean_elasticity": 3.0}
    level = 1.02**25 / 2
    assert clean_path(**case, year=60.0, research_subsidy=1.5) == pytest.approx(0.5 * 1.02**-60)
    assert clean_path(**case, year=25.0, subsidy_years=25.0) == pytest.approx(level)
    assert clean_path(**case, year=60.0, subsidy_years=25.0) == pytest.approx(level * 1.02**-35)
    assert clean_path(**case, year=60.0, subsidy_years=36.0) == pytest.approx(0.5 * 1.02**60)


@given(st.floats(-0.2, 0.3), st.floats(-0.2, 0.3))
def test_growth_of_energy_is_that_of_output_and_of_intensity(energy, intensity):
    output = output_growth_behind_energy(energy_growth=energy, intensity_growth=intensity)
    assert (1 + output) * (1 + intensity) == pytest.approx(1 + energy)
    assert output_growth_behind_energy(energy_growth=energy, intensity_growth=0.0) == (
        pytest.approx(energy)
    )
