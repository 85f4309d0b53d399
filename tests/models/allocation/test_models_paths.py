"""The J-curve and the three drivers: golden values, limits, and paths that end where they must."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.allocation import log_efficiency_with_dispersion
from nqpf.models.data.digital import (
    break_even_elasticity,
    dip_of_measured_output,
    intangible_capital_next,
    long_run_of_measured_output,
    measured_output_path,
    true_output_path,
)
from nqpf.models.growth.drivers import (
    gain_from_reallocation,
    gain_from_upgrading,
    growth_by_driver,
    growth_from_breakthroughs,
    productivity_by_driver,
)
from scipy.optimize import brentq

STEP = {"investment_before": 0.02, "investment_after": 0.06}
investments = st.floats(0.005, 0.12)
transitions = {
    "transition_years": 15.0,
    "breakthrough_growth": 0.011,
    "allocation_gain": 0.3,
    "upgrading_gain": 0.25,
}


def path(elasticity=0.1, years=60, depreciation=0.15, step=STEP):
    return measured_output_path(
        **step,
        intangible_elasticity=elasticity,
        intangible_depreciation=depreciation,
        years=years,
    )


def long_run(elasticity=0.1, step=STEP):
    return long_run_of_measured_output(**step, intangible_elasticity=elasticity)


def first_year_above_zero(elasticity):
    return next(year for year, change in enumerate(path(elasticity)) if change > 0)


def test_dip_turn_and_long_run():
    changes = path()
    assert len(changes) == 61
    at = {year: round(changes[year], 6) for year in (0, 5, 10, 60)}
    assert at == {0: -0.040816, 5: 0.037429, 10: 0.063256, 60: 0.083702}
    assert round(long_run(), 6) == 0.083715
    assert round(dip_of_measured_output(**STEP), 6) == -0.040816


@pytest.mark.parametrize(("elasticity", "year"), [(0.1, 2), (0.05, 7), (0.04, 13)])
def test_the_year_of_the_turn(elasticity, year):
    assert first_year_above_zero(elasticity) == year


def test_the_elasticity_at_which_it_never_pays():
    found = break_even_elasticity(**STEP)
    assert round(found, 6) == 0.036546
    by_search = brentq(lambda elasticity: long_run(elasticity), 0.02, 0.3)
    assert found == pytest.approx(by_search, abs=1e-9)
    assert max(path(0.03)) < 0


@given(investments, investments, st.floats(0.02, 0.3), st.floats(0.05, 0.3))
def test_the_path_starts_with_the_dip_and_moves_towards_the_long_run(
    before, after, elasticity, depreciation
):
    step = {"investment_before": before, "investment_after": after}
    changes = path(elasticity, depreciation=depreciation, step=step)
    assert changes[0] == pytest.approx(dip_of_measured_output(**step), abs=1e-12)
    end = long_run(elasticity, step)
    gaps = [abs(change - end) for change in changes]
    assert all(later <= early + 1e-12 for early, later in itertools.pairwise(gaps))
    if depreciation >= 0.15:
        assert changes[-1] == pytest.approx(end, abs=2e-3)


@given(investments, st.floats(0.02, 0.3), st.floats(0.05, 0.3))
def test_true_output_never_dips_and_ends_above_what_is_measured(after, elasticity, wear):
    step = {"investment_before": 0.005, "investment_after": after}
    case = {"intangible_elasticity": elasticity, "intangible_depreciation": wear, "years": 20}
    true, measured = true_output_path(**step, **case), measured_output_path(**step, **case)
    assert true[0] == pytest.approx(0, abs=1e-12)
    assert all(early <= later + 1e-12 for early, later in itertools.pairwise(true))
    for whole, counted in zip(true, measured, strict=True):
        assert 1 + counted == pytest.approx((1 + whole) * (1 - after) / (1 - 0.005))


@given(investments, st.floats(0.02, 0.3), st.floats(0.05, 0.3))
def test_without_a_step_nothing_moves(investment, elasticity, depreciation):
    step = {"investment_before": investment, "investment_after": investment}
    assert path(elasticity, 10, depreciation, step) == pytest.approx([0] * 11, abs=1e-12)
    settled = (investment / depreciation) ** (1 / (1 - elasticity))
    if 0.001 <= settled <= 10:
        following = intangible_capital_next(
            intangible_capital=settled,
            investment_after=investment,
            intangible_elasticity=elasticity,
            intangible_depreciation=depreciation,
        )
        assert following == pytest.approx(settled, rel=1e-12)


def test_without_use_the_loss_is_for_good():
    # The long run is monotone in the elasticity; as that goes to zero only the dip is left.
    changes = [long_run(elasticity) for elasticity in (0.3, 0.2, 0.1, 0.02)]
    assert changes == sorted(changes, reverse=True)
    ratio = 3 ** (0.02 / 0.98)
    assert long_run(0.02) == pytest.approx(ratio * (1 - 0.040816326530612) - 1, abs=1e-12)


def test_slower_wear_makes_a_longer_dip():
    turns = [
        next(year for year, change in enumerate(path(0.06, depreciation=wear)) if change > 0)
        for wear in (0.3, 0.15, 0.05)
    ]
    assert turns == sorted(turns)
    assert turns[0] < turns[-1]


def test_growth_from_breakthroughs():
    market, planner = (
        growth_from_breakthroughs(arrival_rate=0.2, researchers=n, step_size=1.2)
        for n in (0.305556, 0.625)
    )
    assert round(market, 6) == 0.011142
    assert round(planner, 6) == 0.022790


@given(st.floats(1.5, 8), st.floats(0, 0.8), st.floats(0, 0.8))
def test_the_gain_from_reallocation_is_the_difference_of_two_losses(elasticity, start, end):
    found = gain_from_reallocation(
        elasticity_of_substitution=elasticity, dispersion_start=start, dispersion_end=end
    )
    logs = [
        log_efficiency_with_dispersion(elasticity_of_substitution=elasticity, dispersion=each)
        for each in (start, end)
    ]
    assert found == pytest.approx(logs[1] - logs[0], abs=1e-12)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(1, 10))
def test_the_gain_from_upgrading_is_a_shift_of_shares(start, end, ratio):
    found = gain_from_upgrading(
        advanced_share_start=start, advanced_share_end=end, advanced_productivity=ratio
    )
    before, after = (1 - share + share * ratio for share in (start, end))
    assert found == pytest.approx(math.log(after / before), abs=1e-12)
    assert found * (end - start) >= 0
    # Nothing is gained if the industries are equally productive.
    nothing = gain_from_upgrading(
        advanced_share_start=start, advanced_share_end=end, advanced_productivity=1.0
    )
    assert nothing == 0


@given(st.floats(0, 60), st.floats(1, 60))
def test_parts_add_up_and_growth_is_the_slope_of_the_path(year, transition):
    case = transitions | {"transition_years": transition}
    level, growth = (
        model(year=year, **case) for model in (productivity_by_driver, growth_by_driver)
    )
    assert sum(level[:3]) == pytest.approx(level.together, abs=1e-12)
    assert sum(growth[:3]) == pytest.approx(growth.together, abs=1e-12)
    step = 1e-4
    if 0 <= year <= 59 and not transition - 2 * step < year <= transition:
        ahead = productivity_by_driver(year=year + step, **case)
        slopes = [(late - now) / step for late, now in zip(ahead, level, strict=True)]
        assert slopes == pytest.approx(list(growth), abs=1e-9)


def test_a_gain_in_level_ends_and_a_gain_in_rate_does_not():
    after = growth_by_driver(year=15.0, **transitions)
    assert after == (0.011, 0, 0, 0.011)
    at_60 = productivity_by_driver(year=60.0, **transitions)
    assert at_60.allocation == 0.3
    assert at_60.breakthroughs == pytest.approx(0.66)


def test_paths_as_arrays():
    years = np.arange(61.0)
    found = productivity_by_driver(year=years, **transitions)
    assert found.together.shape == (61,)
    assert (np.diff(found.together) > 0).all()


@pytest.mark.parametrize("years", [0, 61])
def test_too_long_a_path_is_refused(years):
    with pytest.raises(ValueError, match=rf"years = {years} is outside \[1, 60\]"):
        path(years=years)


def test_a_fraction_of_years_is_refused():
    with pytest.raises(TypeError, match="whole number"):
        path(years=2.5)
