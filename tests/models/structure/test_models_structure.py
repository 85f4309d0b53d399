"""Structural change: worked figures, what sums to what, limits and signs."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.structure.structural_change import (
    employment_shares,
    growth_of_all_sectors,
    moving_at_the_margin,
    three_parts_of_growth,
    two_parts_of_growth,
)
from nqpf.models.structure.structure_measures import advancement, rationalisation

POSITIVE = st.floats(0.1, 10)


def moved(people, later_people, productivity, later_productivity):
    return {
        "sector_employment_start": people,
        "sector_employment_end": later_people,
        "sector_productivity_start": productivity,
        "sector_productivity_end": later_productivity,
    }


def test_a_change_in_three_parts_and_in_two():
    case = moved([0.6, 0.25, 0.15], [0.4, 0.35, 0.25], [1.0, 4.0, 2.0], [1.2, 4.5, 2.2])
    assert three_parts_of_growth(**case) == pytest.approx((0.275, 0.4, 0.03))
    assert two_parts_of_growth(**case) == pytest.approx((0.275, 0.43))
    assert round(math.fsum(three_parts_of_growth(**case)) / 1.9, 6) == 0.371053


@given(st.lists(st.tuples(POSITIVE, POSITIVE, POSITIVE, POSITIVE), min_size=1, max_size=5))
def test_the_parts_sum_to_the_change(sectors):
    people, later_people, productivity, later = map(list, zip(*sectors, strict=True))
    case = moved(people, later_people, productivity, later)
    before = mean_productivity(people, productivity)
    change = mean_productivity(later_people, later) - before
    assert math.fsum(three_parts_of_growth(**case)) == pytest.approx(change, abs=1e-9)


def mean_productivity(people, productivity):
    made = math.fsum(one * own for one, own in zip(people, productivity, strict=True))
    return made / math.fsum(people)


def test_who_stays_adds_nothing_between_sectors():
    stay = moved([3.0, 1.0], [6.0, 2.0], [1.0, 4.0], [2.0, 5.0])
    assert three_parts_of_growth(**stay) == pytest.approx((1.0, 0.0, 0.0))


def at_the_margin(elasticities):
    return moving_at_the_margin(
        sector_employment_start=[0.6, 0.4],
        sector_employment_end=[0.5, 0.5],
        sector_productivity_start=[1.0, 4.0],
        labour_elasticities=elasticities,
    )


def test_movers_who_make_the_mean_add_what_moving_alone_adds():
    case = moved([0.6, 0.4], [0.5, 0.5], [1.0, 4.0], [1.0, 4.0])
    assert at_the_margin([1.0, 1.0]) == pytest.approx(three_parts_of_growth(**case).static)


def test_at_the_margin_moving_adds_less_and_may_add_nothing():
    assert at_the_margin([0.8, 0.5]) == pytest.approx(0.12)
    assert at_the_margin([0.8, 0.2]) == pytest.approx(0.0)
    assert at_the_margin([1.0, 0.1]) < 0


def shares(elasticity, year=50.0, growth=(0.03, 0.01)):
    return employment_shares(
        taste_weights=[0.5, 0.5],
        sector_growth=list(growth),
        consumption_elasticity=elasticity,
        year=year,
    )


def test_the_elasticity_decides_where_people_go():
    for elasticity, share in ((0.3, 0.331812), (1.0, 0.5), (2.0, 0.731059)):
        assert round(shares(elasticity)[0], 6) == share
    assert shares(0.3, year=0.0) == (0.5, 0.5)


@given(st.floats(0.1, 2), st.floats(0, 59), st.floats(-0.01, 0.08), st.floats(-0.01, 0.08))
def test_the_faster_sector_loses_people_exactly_if_goods_complement(elasticity, year, one, two):
    before, after = (shares(elasticity, year=when, growth=(one, two)) for when in (year, year + 1))
    assert math.fsum(after) == pytest.approx(1)
    assert (after[0] - before[0]) * (elasticity - 1) * (one - two) >= -1e-15


def test_growth_of_all_goes_to_that_of_the_slowest():
    def growth(year, elasticity=0.3, fast=0.03):
        return growth_of_all_sectors(
            taste_weights=[0.5, 0.5],
            sector_growth=[fast, 0.01],
            consumption_elasticity=elasticity,
            year=year,
        )

    assert growth(0.0) == pytest.approx(0.02)
    assert round(growth(50.0), 6) == 0.016636
    assert growth(60.0, elasticity=1.0) == pytest.approx(0.02)
    assert 0.01 < growth(60.0, elasticity=0.1, fast=0.08) < 0.0125


def test_structure_of_china_by_two_measures():
    output, people = [0.068, 0.365, 0.567], [0.228, 0.291, 0.481]
    found = rationalisation(sector_output=output, sector_employment=people)
    assert round(found, 6) == 0.093698
    assert round(advancement(services_output=0.567, industry_output=0.365), 6) == 1.553425
    assert rationalisation(sector_output=people, sector_employment=people) == pytest.approx(0)


@given(st.lists(st.tuples(POSITIVE, POSITIVE), min_size=1, max_size=6))
def test_rationalisation_is_never_negative_and_knows_no_unit(sectors):
    output, people = map(list, zip(*sectors, strict=True))
    found = rationalisation(sector_output=output, sector_employment=people)
    assert found >= -1e-12
    thousands = [100 * one for one in output]
    again = rationalisation(sector_output=thousands, sector_employment=people)
    assert again == pytest.approx(found, abs=1e-12)


def test_advancement_rises_while_productivity_falls():
    """Services replace industry and lose productivity: the measure cannot tell."""
    people, later_people = [0.2, 0.5, 0.3], [0.2, 0.3, 0.5]
    productivity, later = [1.0, 4.0, 2.0], [1.0, 4.0, 1.9]
    case = moved(people, later_people, productivity, later)
    assert math.fsum(three_parts_of_growth(**case)) < 0
    measures = [
        advancement(services_output=n[2] * p[2], industry_output=n[1] * p[1])
        for n, p in ((people, productivity), (later_people, later))
    ]
    assert measures[1] > measures[0]
