"""Courts, countries and rivals: what protection is worth, and the paper's three predictions."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf.models.innovation.rules_of_the_game import (
    best_national_protection,
    best_patent_life,
    best_protected_part,
    competition_with_most_innovation,
    flow_of_innovation,
    gain_from_patent,
    life_that_protects,
    national_gain,
    protected_by_patent,
    research_of_rivals,
)

fractions = st.floats(0, 1)


@given(st.floats(0.5, 150), st.floats(0.1, 1), st.floats(0.02, 0.1))
def test_a_life_and_what_it_protects_are_inverse(years, courts, rate):
    case = {"enforcement": courts, "interest_rate": rate}
    part = protected_by_patent(patent_years=years, **case)
    assume(part < courts * (1 - 1e-6))
    assert life_that_protects(protected_part=part, **case) == pytest.approx(years, rel=1e-6)


def test_where_courts_enforce_less_than_is_best_no_life_is_long_enough():
    wanted = best_protected_part(demand_response=10.0)
    with pytest.raises(ValueError, match="no life protects that much"):
        life_that_protects(protected_part=wanted, enforcement=0.6, interest_rate=0.05)
    case = {"demand_response": 10.0, "interest_rate": 0.05, "enforcement": 0.6}
    gains = [gain_from_patent(patent_years=float(years), **case) for years in range(0, 201, 5)]
    assert gains == sorted(gains)
    assert gains[-1] < 1


@given(st.floats(0.01, 50), st.floats(0.02, 0.1))
def test_courts_that_enforce_all_leave_the_best_life_as_it_was(response, rate):
    part = best_protected_part(demand_response=response)
    life = life_that_protects(protected_part=part, enforcement=1.0, interest_rate=rate)
    assert life == pytest.approx(best_patent_life(demand_response=response, interest_rate=rate))


def test_weaker_courts_ask_for_a_longer_patent():
    part = best_protected_part(demand_response=10.0)
    lives = [
        life_that_protects(protected_part=part, enforcement=courts, interest_rate=0.05)
        for courts in (1.0, 0.9, 0.8, 0.75)
    ]
    assert lives == sorted(lives)
    assert lives[0] < lives[-1]


@given(st.floats(0.01, 50))
def test_a_country_alone_in_the_world_protects_what_the_world_would(response):
    world = {"home_inventions": 1.0, "home_market": 1.0, "protection_abroad": 0.5}
    found = best_national_protection(demand_response=response, **world)
    assert found == pytest.approx(best_protected_part(demand_response=response))


@given(st.floats(0.1, 20), fractions, st.floats(0.05, 1), fractions)
def test_no_other_protection_gains_a_country_more(response, own, market, abroad):
    case = {
        "demand_response": response,
        "home_inventions": own,
        "home_market": market,
        "protection_abroad": abroad,
    }
    best = best_national_protection(**case)
    most = national_gain(protected_part=best, **case)
    assert 0 <= best <= 1
    for part in range(21):
        assert national_gain(protected_part=part / 20, **case) <= most + 1e-9


def test_a_small_country_gains_most_by_using_what_others_call_forth():
    case = {"demand_response": 1.0, "home_market": 0.1, "protection_abroad": 0.6}
    assert best_national_protection(home_inventions=0.1, **case) == 0
    larger = [
        best_national_protection(home_inventions=0.5, **case | {"home_market": market})
        for market in (0.1, 0.3, 0.5, 0.7, 1.0)
    ]
    assert larger == sorted(larger)
    assert larger[-1] == pytest.approx(2 / 3)


def test_more_inventions_at_home_ask_for_more_protection():
    case = {"demand_response": 1.0, "home_market": 0.4, "protection_abroad": 0.6}
    best = [best_national_protection(home_inventions=own / 10, **case) for own in range(11)]
    assert best == sorted(best)
    assert best[0] < best[-1]


@given(st.floats(0.1, 1.2))
def test_the_gap_widens_with_competition(imitation):
    """The second prediction of Aghion and others (2005)."""
    level = [
        research_of_rivals(competition=place / 20, imitation_rate=imitation).time_level
        for place in range(10, 21)
    ]
    assert level == sorted(level, reverse=True)


@given(st.floats(0.1, 1.2), st.floats(0.5, 1))
def test_competition_drives_the_level_and_discourages_those_behind(imitation, competition):
    """The escape from competition, and Schumpeter's effect on laggards."""
    assume(competition < 0.99)
    here, more = (
        research_of_rivals(competition=place, imitation_rate=imitation)
        for place in (competition, competition + 0.01)
    )
    assert more.level > here.level
    assert more.laggard < here.laggard


def test_the_hump_exists_between_two_rates_of_imitation():
    """The top lies inside for rates between, and at an end where laggards copy little or much."""
    tops = [competition_with_most_innovation(imitation_rate=rate / 100) for rate in range(10, 121)]
    assert tops[0] == 0.5
    assert tops[-1] == 1
    assert tops == sorted(tops)
    assert sum(0.5 < top < 1 for top in tops) > 40
    assert flow_of_innovation(competition=0.5, imitation_rate=0.1) > flow_of_innovation(
        competition=1.0, imitation_rate=0.1
    )
