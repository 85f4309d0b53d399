"""The scenario and its parts: worked figures, limits, signs, and what is refused."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.algebra import quantity
from nqpf.models.scenario import BASELINE, scenario_years
from nqpf.models.scenario.scenario_parts import (
    clean_share,
    efficiency_of_dispersion,
    growth_by_invention_and_absorption,
    proximity_in_the_long_run,
)
from nqpf.models.scenario.scenario_uncertainty import (
    bands_of_paths,
    drawn_levers,
    effects_of_levers,
)
from nqpf.models.security.openness import gains_from_trade, real_income_after_price_rise
from scipy.optimize import brentq

# Levers moved, output of 2049 over 2024, mean growth in per cent, proximity in 2049.
WORKED = [
    ({}, 2.181416, 3.1691, 0.502689),
    ({"log_variance": 0.05}, 2.413787, 3.5876, 0.502689),
    ({"research_effort": 1.5}, 2.240125, 3.2787, 0.512724),
    ({"openness": 0.5}, 1.852303, 2.4964, 0.444747),
    ({"openness": 0.5, "research_effort": 1.5}, 1.904832, 2.6111, 0.454233),
    ({"saving_end": 0.4}, 2.397923, 3.5603, 0.502689),
    ({"saving_end": 0.25}, 2.071061, 2.9551, 0.502689),
    ({"absorption": 0.0}, 1.547177, 1.7611, 0.387722),
    ({"foreign_price_multiple": 3.0}, 2.162872, 3.1339, 0.502689),
    ({"foreign_price_multiple": 3.0, "foreign_elasticity": 5.0}, 2.177557, 3.1618, 0.502689),
    ({"capital_share": 0.5}, 2.305732, 3.3981, 0.502689),
]
levers = st.fixed_dictionaries(
    {name: st.floats(quantity(name).low, quantity(name).high) for name in BASELINE}
    | {
        "elasticity_of_substitution": st.floats(1.5, 8),
        "capital_share": st.floats(0.2, 0.7),
        "proximity": st.floats(0.1, 1),
    }
)


@pytest.mark.parametrize(("moved", "output", "growth", "proximity"), WORKED, ids=str)
def test_the_worked_scenarios(moved, output, growth, proximity):
    last = scenario_years(moved)[-1]
    assert round(last.output, 6) == output
    assert round(100 * (last.output ** (1 / 25) - 1), 4) == growth
    assert round(last.proximity, 6) == proximity


def test_the_baseline_year_by_year():
    path = [year.output for year in scenario_years({})]
    assert len(path) == 26
    for year, level in ((1, 2.209052), (6, 2.660410), (11, 3.138395), (25, 4.628509)):
        assert path[year] == pytest.approx(level / 2.121791, rel=1e-6)
    assert round(100 * (path[1] - 1), 4) == 4.1126
    assert round(100 * (path[11] ** (1 / 11) - 1), 4) == 3.6227
    assert round(100 * ((path[25] / path[11]) ** (1 / 14) - 1), 4) == 2.8140
    assert round(scenario_years({})[-1].emissions, 6) == 0.357914
    assert round(scenario_years({"log_variance": 0.05})[-1].efficiency, 6) == 0.922931


def test_on_the_path_of_long_run_growth_nothing_but_the_level_changes():
    rest = proximity_in_the_long_run(
        own_invention=0.004, research_effort=1.0, research_returns=0.5,
        absorption=0.02, openness=1.0, frontier_growth=0.01,
    )  # fmt: skip
    assert rest == pytest.approx(0.7)
    growth = 1.01 ** (1 / 0.55) * 0.995 * 1.008 - 1
    assert round(growth, 6) == 0.021270
    ratio = 0.4 / (growth + 0.06)
    assert round(ratio, 6) == 4.921854
    moved = {"saving_end": 0.4, "proximity": rest, "capital_output_ratio": ratio}
    for year, state in enumerate(scenario_years(moved, years=60)):
        assert state.proximity == pytest.approx(rest)
        assert state.output == pytest.approx((1 + growth) ** year, rel=1e-9)


def test_research_does_not_make_up_for_half_the_openness_here():
    outputs = [scenario_years(moved)[-1].output for moved, *_rest in (WORKED[4], WORKED[0])]
    assert outputs[0] < outputs[1]


def test_saving_raises_the_level_and_not_growth_in_the_long_run():
    more = [year.output for year in scenario_years({"saving_end": 0.4}, years=60)]
    less = [year.output for year in scenario_years({"saving_end": 0.25}, years=60)]
    assert more[-1] > less[-1]
    gaps = [math.log(a / b) for a, b in zip(more, less, strict=True)]
    assert gaps[60] - gaps[59] < 0.25 * (gaps[26] - gaps[25])


def test_a_shock_lasts_two_years_and_leaves_less_capital():
    calm = scenario_years({})
    hit = scenario_years({"foreign_price_multiple": 3.0})
    ratios = [a.output / b.output for a, b in zip(hit, calm, strict=True)]
    assert ratios[:11] == pytest.approx([1] * 11)
    assert round(100 * (1 - ratios[11]), 4) == 18.8096
    assert max(ratios[11:13]) < 0.85 < min(ratios[13:]) < 1
    soft = scenario_years({"foreign_price_multiple": 3.0, "foreign_elasticity": 5.0})
    assert round(100 * (1 - soft[11].output / calm[11].output), 4) == 3.9293


def loss(elasticity, multiple=3.0, home=0.85):
    return 1 - real_income_after_price_rise(
        home_expenditure=home,
        foreign_elasticity=elasticity,
        foreign_price_multiple=multiple,
    )


def test_openness_in_figures():
    half = brentq(lambda elasticity: loss(elasticity) - loss(0.5) / 2, 0.5, 5)
    assert round(half, 3) == 2.155
    for elasticity, left in ((0.1, 0.837364), (0.5, 0.852843), (1.0, 0.870551), (6.0, 0.957842)):
        assert round(1 - loss(elasticity, 2.0, 0.8), 6) == left
    for elasticity, left in ((0.1, 0.380040), (0.5, 0.487346), (1.0, 0.630957), (6.0, 0.956353)):
        assert round(1 - loss(elasticity, 10.0, 0.8), 6) == left
    assert round(brentq(lambda elasticity: loss(elasticity, 10.0, 0.8) - 0.1, 2, 5), 4) == 3.0990
    for elasticity, gain in ((6.0, 1.4409),):
        found = gains_from_trade(home_expenditure=0.93, foreign_elasticity=elasticity)
        assert round(100 * found, 4) == gain
    assert gains_from_trade(home_expenditure=1.0, foreign_elasticity=6.0) == 0
    assert round(gains_from_trade(home_expenditure=0.82, foreign_elasticity=6.0), 4) == 0.0389


@given(st.floats(0.5, 0.99), st.floats(0.1, 9), st.floats(1, 9))
def test_a_price_rise_costs_less_the_better_home_goods_replace_foreign(home, elasticity, multiple):
    assert 0 <= loss(elasticity + 1, multiple, home) <= loss(elasticity, multiple, home) + 1e-12
    if elasticity > 1.5:
        most = gains_from_trade(home_expenditure=home, foreign_elasticity=elasticity)
        assert loss(elasticity, multiple, home) <= most + 1e-12


def test_parts_in_figures():
    growth = growth_by_invention_and_absorption(
        own_invention=0.004, research_effort=1.5, research_returns=0.5,
        absorption=0.02, openness=1.0, relative_productivity=1.0,
    )  # fmt: skip
    assert growth == pytest.approx(0.004 * math.sqrt(1.5))
    assert efficiency_of_dispersion(log_variance=0.0, elasticity_of_substitution=3.0) == 1
    start = clean_share(clean_share_start=0.2, clean_speed=0.1, year=0.0)
    assert start == pytest.approx(0.2)


@given(levers)
def test_every_scenario_stays_finite_and_positive(moved):
    for state in scenario_years(moved):
        assert all(math.isfinite(value) and value >= 0 for value in state)
        assert state.output > 0


@given(levers, st.sampled_from(["log_variance", "openness", "own_invention", "energy_saving"]))
def test_levers_pull_where_they_should(moved, lever):
    declared = quantity(lever)
    low, high = (scenario_years({**moved, lever: end})[-1] for end in (declared.low, declared.high))
    if lever == "log_variance":
        assert low.output >= high.output * (1 - 1e-12)
    elif lever == "own_invention":
        assert low.output <= high.output * (1 + 1e-12)
    elif lever == "openness" and high.proximity < 1 and low.proximity < 1:
        assert low.proximity <= high.proximity + 1e-12
    elif lever == "energy_saving":
        assert (low.output, low.emissions >= high.emissions) == (high.output, True)


def test_arrays_give_what_numbers_give():
    openness = np.linspace(0.1, 1.5, 7)
    together = scenario_years({"openness": openness, "foreign_price_multiple": 2.0})[-1]
    for place, one in enumerate(openness):
        alone = scenario_years({"openness": float(one), "foreign_price_multiple": 2.0})[-1]
        assert together.output[place] == pytest.approx(alone.output, rel=1e-12)


def test_unknown_levers_and_numbers_out_of_range_are_refused():
    with pytest.raises(ValueError, match=r"\['luck'\] are no levers; the scenario has capital_sh"):
        scenario_years({"luck": 1.0})
    with pytest.raises(ValueError, match=r"openness = 9 is outside \[0.1, 1.5\]"):
        scenario_years({"openness": 9})
    with pytest.raises(ValueError, match="years = 61 is outside"):
        scenario_years({}, years=61)


def test_a_fifth_of_each_lever_in_figures():
    names = ["openness", "absorption", "research_effort", "log_variance", "saving_end"]
    found = {one.lever: one for one in effects_of_levers({}, names=names, part=0.2)}
    base = scenario_years({})[-1].output
    for name, one in found.items():
        for change, effect in ((0.8, one.less), (1.2, one.more)):
            moved = scenario_years({name: BASELINE[name] * change})[-1].output
            assert effect == pytest.approx(moved / base - 1, abs=1e-12)
    # Openness and absorption enter as a product, so the same part of either does the same.
    assert found["openness"][1:] == pytest.approx(found["absorption"][1:], abs=1e-12)
    assert found["log_variance"].less > 0 > found["log_variance"].more
    assert found["openness"].more > found["research_effort"].more > 0


def test_which_lever_matters_more_turns_on_the_distance_to_the_frontier():
    def gap(proximity):
        names = ["openness", "research_effort"]
        case = {"proximity": proximity, "own_invention": 0.01, "research_returns": 1.0}
        openness, research = effects_of_levers(case, names=names, part=0.2)
        return openness.more - research.more

    assert gap(0.3) > 0 > gap(0.9)


def test_a_lever_stops_at_the_end_of_its_range():
    [found] = effects_of_levers({"openness": 1.5}, names=["openness"], part=0.2)
    assert found.more == 0 > found.less


DRAWN = {"names": ["openness", "saving_end"], "draws": 50}


def test_draws_are_the_same_everywhere_and_stay_within_their_spread():
    drawn = drawn_levers({}, **DRAWN, spread=0.2, seed="a set")
    assert drawn == drawn_levers({}, **DRAWN, spread=0.2, seed="a set")
    assert drawn != drawn_levers({}, **DRAWN, spread=0.2, seed="another")
    assert [round(value, 6) for value in drawn["openness"][:2]] == [1.108172, 0.88135]
    assert all(0.24 <= value <= 0.36 for value in drawn["saving_end"])
    assert set(drawn_levers({}, **DRAWN, spread=0.0, seed=1)["openness"]) == {1.0}


def test_paths_fan_out_from_one_start():
    drawn = drawn_levers({}, **DRAWN, spread=0.2, seed="a set")
    together = scenario_years({name: np.array(values) for name, values in drawn.items()})
    by_year = [np.broadcast_to(year.output, 50) for year in together]
    one = scenario_years({name: values[7] for name, values in drawn.items()})
    assert [year[7] for year in by_year] == pytest.approx([year.output for year in one])
    bands = bands_of_paths(by_year, parts=[0.05, 0.5, 0.95])
    widths = [high - low for low, _middle, high in bands]
    assert widths[0] == 0
    assert widths[25] > widths[10] > widths[3] > 0
    assert all(low <= middle <= high for low, middle, high in bands)


def test_doubt_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match=r"\['luck'\] are no levers"):
        effects_of_levers({}, names=["luck"], part=0.2)
    with pytest.raises(ValueError, match=r"part = 20 is not from 0 to 1"):
        effects_of_levers({}, names=["openness"], part=20)
    with pytest.raises(ValueError, match="draws = 0 must be at least 1"):
        drawn_levers({}, names=["openness"], spread=0.2, draws=0, seed=1)
    with pytest.raises(ValueError, match=r"part = 2 is not from 0 to 1"):
        bands_of_paths([[1.0]], parts=[2])
