"""A race of teams: worked figures, the best number by search, and how many start."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf.models.innovation.parallel_paths import expected_years_of_race
from nqpf.models.innovation.race import racers_that_start, racers_worth_most, value_of_race
from scipy.optimize import minimize_scalar

CASE = {
    "success_rate": 0.1,
    "discount_rate": 0.1,
    "first_prize": 100.0,
    "running_cost": 1.0,
    "starting_cost": 5.0,
}
CASES = st.fixed_dictionaries(
    {
        "success_rate": st.floats(0.05, 0.5),
        "discount_rate": st.floats(0.02, 0.2),
        "first_prize": st.floats(20, 500),
        "running_cost": st.floats(0, 5),
        "starting_cost": st.floats(0.5, 50),
    }
)


def test_a_race_in_figures():
    assert [round(value_of_race(racers=n, **CASE), 4) for n in (1.0, 4.0, 16.0)] == [40, 52, 4.7059]
    assert round(racers_worth_most(**CASE), 4) == 3.2426
    assert racers_that_start(**CASE) == pytest.approx(17)
    assert value_of_race(racers=17.0, **CASE) == pytest.approx(0)


def test_running_outlays_are_those_of_one_team_however_many_race():
    for racers in (1.0, 4.0, 20.0):
        years = expected_years_of_race(racers=racers, success_rate=0.1)
        assert racers * 1.0 * years == pytest.approx(10)


@given(CASES)
def test_no_other_number_of_teams_is_worth_more(case):
    best = racers_worth_most(**case)
    assume(1 <= best <= 20)
    found = minimize_scalar(
        lambda racers: -value_of_race(racers=racers, **case), bounds=(1, 20), method="bounded"
    )
    assert value_of_race(racers=best, **case) >= -found.fun - 1e-9


@given(CASES)
def test_never_fewer_start_than_are_worth_most_and_together_they_gain_nothing(case):
    started = racers_that_start(**case)
    assert started >= racers_worth_most(**case) - 1e-9
    assume(1 <= started <= 20)
    assert value_of_race(racers=started, **case) == pytest.approx(0, abs=1e-8)


def test_nobody_starts_where_running_eats_the_prize():
    case = CASE | {"running_cost": 10.0}
    assert racers_worth_most(**case) == racers_that_start(**case) == 0


def test_without_a_hurry_one_more_team_is_worth_little():
    slow = [racers_worth_most(**CASE | {"discount_rate": rate}) for rate in (0.2, 0.05, 0.01)]
    assert slow[2] < slow[1] < slow[0]
