"""What binds first: two hand figures, the link between year and output, and signs."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.security.what_binds import HORIZON, output_possible, years_until_bound

ONE = st.tuples(st.floats(1.01, 20), st.floats(0, 0.06))


def test_less_need_doubles_the_time():
    years = years_until_bound(
        requirement_supply=[2.0, 2.0], requirement_saving=[0.0, 0.02], wanted_growth=0.04
    )
    assert years == pytest.approx((math.log(2) / 0.04, math.log(2) / 0.02))


def test_what_is_saved_as_fast_as_output_grows_never_binds():
    years = years_until_bound(
        requirement_supply=[1.1], requirement_saving=[0.05], wanted_growth=0.05
    )
    assert years == (HORIZON,)


@given(st.lists(ONE, min_size=1, max_size=6), st.floats(0.02, 0.08))
def test_output_wanted_and_possible_meet_in_the_year_of_the_first_bound(requirements, growth):
    supply, saving = map(list, zip(*requirements, strict=True))
    case = {"requirement_supply": supply, "requirement_saving": saving}
    first = min(years_until_bound(**case, wanted_growth=growth))
    if first <= 60:
        possible = output_possible(**case, year=first)
        assert possible == pytest.approx(math.exp(growth * first), rel=1e-6)


@given(st.lists(ONE, min_size=1, max_size=6), st.floats(0, 0.06))
def test_to_save_in_one_never_brings_the_first_bound_nearer(requirements, more):
    supply, saving = map(list, zip(*requirements, strict=True))
    before, after = (
        min(
            years_until_bound(
                requirement_supply=supply,
                requirement_saving=[one, *saving[1:]],
                wanted_growth=0.05,
            )
        )
        for one in (saving[0], max(saving[0], more))
    )
    assert after >= before


def test_less_than_is_needed_today_is_refused():
    with pytest.raises(ValueError, match=r"requirement_supply\[0\] = 0\.9 is outside"):
        output_possible(requirement_supply=[0.9], requirement_saving=[0.0], year=1.0)
