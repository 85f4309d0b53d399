"""A contest with a leader: worked figures, a bound, and that nobody would spend otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.innovation.contest import (
    contenders_effort,
    contenders_gain,
    contenders_share,
    leaders_effort,
)
from scipy.optimize import minimize_scalar

NUMBERS, PROXIMITIES = st.integers(1, 12), st.floats(0.05, 1)


def case(contenders, proximity):
    return {"contenders": float(contenders), "proximity": proximity}


def test_a_contest_in_figures():
    assert contenders_share(**case(1, 0.5)) == pytest.approx(1 / 3)
    assert leaders_effort(**case(1, 0.5)) == pytest.approx(2 / 9)
    assert contenders_gain(**case(1, 0.5), lasting_part=0.0) == pytest.approx(1 / 9)
    assert contenders_gain(**case(2, 0.5), lasting_part=0.0) == pytest.approx(0.08)
    assert contenders_effort(**case(3, 1.0)) == pytest.approx(9 / 16)


@given(NUMBERS, PROXIMITIES)
def test_nobody_would_rather_spend_something_else(contenders, proximity):
    setting = case(contenders, proximity)
    leader = leaders_effort(**setting)
    each = contenders_effort(**setting) / contenders

    def for_the_leader(effort):
        return effort - effort / (effort + contenders * proximity * each)

    def for_one(effort):
        others = (contenders - 1) * proximity * each + leader
        return effort - proximity * effort / (proximity * effort + others)

    for function, chosen in ((for_the_leader, leader), (for_one, each)):
        found = minimize_scalar(function, bounds=(1e-9, 1), method="bounded")
        assert function(chosen) <= found.fun + 1e-9


@given(NUMBERS, PROXIMITIES)
def test_rivals_at_home_win_more_together_and_keep_less(contenders, proximity):
    few, many = case(contenders, proximity), case(contenders + 1, proximity)
    if contenders < 12:
        assert contenders_share(**few) < contenders_share(**many) < proximity
        assert contenders_gain(**few, lasting_part=0.0) > contenders_gain(**many, lasting_part=0.0)
        assert contenders_gain(**few, lasting_part=1.0) < contenders_gain(**many, lasting_part=1.0)


@given(PROXIMITIES)
def test_the_leader_answers_the_nearer_contender_more(proximity):
    far, near = case(1, 0.05), case(1, proximity)
    assert leaders_effort(**far) <= leaders_effort(**near) <= 0.25


def test_nobody_ahead_of_the_leader_and_no_contest_without_contenders():
    with pytest.raises(ValueError, match="proximity"):
        contenders_share(**case(1, 1.2))
    with pytest.raises(ValueError, match="contenders"):
        leaders_effort(**case(0, 0.5))
