"""Growth accounting: closed forms, limits, identities and signs."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.growth import (
    capital_deepening,
    growth_contributions,
    growth_of_labour_productivity,
    growth_of_productivity,
)
from nqpf.models.growth.growth_conventions import (
    capital_share_without_productivity_growth,
    growth_with_induced_capital,
    productivity_share_of_growth,
    tornqvist_growth_of_productivity,
    total_factor_productivity,
)

CASE = {
    "output_growth": 0.06,
    "capital_growth": 0.08,
    "labour_growth": -0.005,
    "capital_share": 0.5,
}
LEVELS = {
    "output_start": 200.0,
    "output_end": 214.0,
    "capital_start": 100.0,
    "capital_end": 110.0,
    "labour_start": 50.0,
    "labour_end": 51.0,
    "capital_share_start": 0.4,
    "capital_share_end": 0.5,
}
shares = st.floats(0, 0.95)
levels = st.floats(0.1, 1e5)
cases = st.fixed_dictionaries(
    {
        "output_growth": st.floats(-0.1, 0.15),
        "capital_growth": st.floats(-0.05, 0.2),
        "labour_growth": st.floats(-0.05, 0.05),
        "human_capital_growth": st.floats(-0.02, 0.05),
        "capital_share": shares,
    }
)


@pytest.mark.parametrize(
    ("capital_share", "growth", "share"),
    [(0.5, 0.0225, 0.375), (0.4, 0.0310, 0.0310 / 0.06), (0.6, 0.0140, 0.0140 / 0.06)],
)
def test_one_set_of_figures_three_answers(capital_share, growth, share):
    found = growth_of_productivity(**CASE | {"capital_share": capital_share})
    assert round(found, 4) == growth
    of_growth = productivity_share_of_growth(productivity_growth=found, output_growth=0.06)
    assert of_growth == pytest.approx(share)


def test_credited_with_the_capital_that_it_calls_forth():
    credited = growth_with_induced_capital(productivity_growth=0.0225, capital_share=0.5)
    assert credited == 0.045
    assert productivity_share_of_growth(productivity_growth=credited, output_growth=0.06) == 0.75


def test_between_two_years():
    assert round(tornqvist_growth_of_productivity(**LEVELS), 6) == 0.013878


def test_the_capital_share_that_leaves_nothing_unexplained():
    case = {key: value for key, value in CASE.items() if key != "capital_share"}
    assert round(capital_share_without_productivity_growth(**case), 4) == 0.7647


def test_labour_productivity_is_not_productivity():
    grown = growth_of_labour_productivity(output_growth=0.06, labour_growth=-0.005)
    assert grown == 0.065
    assert growth_of_productivity(**CASE) < grown


@given(cases)
def test_contributions_add_up(case):
    parts = growth_contributions(**case)
    assert sum(parts) == pytest.approx(case["output_growth"], abs=1e-15)
    assert parts.productivity == growth_of_productivity(**case)


@given(cases)
def test_labour_productivity_grows_by_deepening_skills_and_productivity(case):
    labour = growth_of_labour_productivity(
        output_growth=case["output_growth"], labour_growth=case["labour_growth"]
    )
    deepening = capital_deepening(
        capital_growth=case["capital_growth"],
        labour_growth=case["labour_growth"],
        capital_share=case["capital_share"],
    )
    parts = growth_contributions(**case)
    assert deepening + parts.human_capital + parts.productivity == pytest.approx(labour, abs=1e-15)


@given(cases)
def test_as_the_capital_share_goes_to_one_only_capital_counts(case):
    # The residual is linear in the share, so the line through two points gives the limit.
    at_90 = growth_of_productivity(**case | {"capital_share": 0.90})
    at_95 = growth_of_productivity(**case | {"capital_share": 0.95})
    limit = at_95 + (at_95 - at_90)
    assert limit == pytest.approx(case["output_growth"] - case["capital_growth"], abs=1e-14)


@given(shares, st.floats(0.001, 0.02))
def test_overstated_output_and_capital_overstate_productivity_by_less(capital_share, overstatement):
    reported = CASE | {"capital_share": capital_share}
    corrected = reported | {
        "output_growth": 0.06 - overstatement,
        "capital_growth": 0.08 - overstatement,
    }
    fall = growth_of_productivity(**reported) - growth_of_productivity(**corrected)
    assert fall == pytest.approx((1 - capital_share) * overstatement, abs=1e-15)


@given(st.floats(0.04, 0.2), st.floats(-0.05, 0.02), st.floats(-0.02, 0.015), shares)
def test_at_the_share_without_productivity_growth_there_is_none(capital, labour, skills, share):
    explained = share * capital + (1 - share) * (labour + skills)
    found = capital_share_without_productivity_growth(
        output_growth=max(min(explained, 0.15), -0.1),
        capital_growth=capital,
        labour_growth=labour,
        human_capital_growth=skills,
    )
    if -0.1 <= explained <= 0.15:
        assert found == pytest.approx(share, abs=1e-9)
    else:  # growth beyond the range was cut off, so another share explains it
        assert (found - share) * explained < 0


@given(levels, levels, levels, shares, st.floats(0.5, 5), st.floats(0.1, 10))
def test_scaling_inputs_and_output_leaves_productivity_alone(
    output, capital, labour, capital_share, human_capital, factor
):
    level = {"human_capital": human_capital, "capital_share": capital_share}
    one = total_factor_productivity(output=output, capital=capital, labour=labour, **level)
    other = total_factor_productivity(
        output=output * factor, capital=capital * factor, labour=labour * factor, **level
    )
    assert other == pytest.approx(one, rel=1e-12)
    inputs = capital**capital_share * (human_capital * labour) ** (1 - capital_share)
    assert one * inputs == pytest.approx(output, rel=1e-12)


@given(levels, levels, levels, st.floats(0.5, 1.5), shares)
def test_the_index_between_two_years_is_the_growth_of_the_level(
    output, capital, labour, factor, capital_share
):
    start = {"output": output, "capital": capital, "labour": labour}
    end = {"output": output * factor, "capital": capital * factor**2, "labour": labour / factor}
    before, after = (
        total_factor_productivity(**level, capital_share=capital_share) for level in (start, end)
    )
    index = tornqvist_growth_of_productivity(
        **{f"{name}_start": value for name, value in start.items()},
        **{f"{name}_end": value for name, value in end.items()},
        capital_share_start=capital_share,
        capital_share_end=capital_share,
    )
    assert index == pytest.approx(math.log(after / before), abs=1e-12)


@given(cases, st.floats(0.001, 0.9))
def test_induced_capital_never_shrinks_the_part_of_productivity(case, capital_share):
    growth = growth_of_productivity(**case)
    credited = growth_with_induced_capital(productivity_growth=growth, capital_share=capital_share)
    assert abs(credited) >= abs(growth)
    assert credited == pytest.approx(growth / (1 - capital_share))


def test_arrays():
    shares_tried = np.array([0.4, 0.5, 0.6])
    found = growth_of_productivity(**CASE | {"capital_share": shares_tried})
    np.testing.assert_allclose(found, [0.0310, 0.0225, 0.0140])


@pytest.mark.parametrize(
    "changes", [{"capital_share": 0.96}, {"output_growth": 6.0}, {"labour_growth": math.nan}]
)
def test_refusals(changes):
    with pytest.raises(ValueError, match=next(iter(changes))):
        growth_of_productivity(**CASE | changes)


def test_a_share_of_no_growth_is_refused():
    with pytest.raises(ValueError, match=r"output_growth = 0.0 is outside \[0.005"):
        productivity_share_of_growth(productivity_growth=0.01, output_growth=0.0)
