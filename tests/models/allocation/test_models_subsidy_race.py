"""Places that outbid each other: when a race gives too much, and what holds a common rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.allocation.subsidy_race import (
    common_support_worth_most,
    gain_from_breaking,
    gain_of_place,
    penalty_that_holds,
)

fractions = st.floats(0, 1)


def together(support, drawn, learnt):
    return gain_of_place(
        support=support, support_elsewhere=support, drawn_away=drawn, learnt_elsewhere=learnt
    )


@given(fractions, fractions, st.floats(0, 2))
def test_a_place_by_itself_chooses_1_whatever_the_others_do(drawn, learnt, elsewhere):
    def gain(own):
        return gain_of_place(
            support=own, support_elsewhere=elsewhere, drawn_away=drawn, learnt_elsewhere=learnt
        )

    assert all(gain(1.0) >= gain(place / 20) - 1e-12 for place in range(41))


@given(fractions, fractions)
def test_no_other_common_support_gains_more(drawn, learnt):
    best = common_support_worth_most(drawn_away=drawn, learnt_elsewhere=learnt)
    most = together(best, drawn, learnt)
    assert all(together(place / 20, drawn, learnt) <= most + 1e-12 for place in range(41))
    assert most == pytest.approx(best**2 / 2)


def test_the_race_gives_too_much_where_more_is_drawn_away_than_learnt():
    assert common_support_worth_most(drawn_away=0.8, learnt_elsewhere=0.2) == pytest.approx(0.4)
    assert common_support_worth_most(drawn_away=0.2, learnt_elsewhere=0.8) == pytest.approx(1.6)
    assert common_support_worth_most(drawn_away=0.5, learnt_elsewhere=0.5) == 1


@given(fractions, fractions)
def test_a_ban_beats_the_race_where_the_difference_is_above_one_half(drawn, learnt):
    race = together(1.0, drawn, learnt)
    assert race == pytest.approx(0.5 - (drawn - learnt))
    assert (race < -1e-9) == (drawn - learnt > 0.5 + 1e-9)


@given(fractions, fractions, fractions)
def test_a_breach_gains_the_same_whatever_is_drawn_away(drawn, learnt, cap):
    alone = gain_of_place(
        support=1.0, support_elsewhere=cap, drawn_away=drawn, learnt_elsewhere=learnt
    )
    assert alone - together(cap, drawn, learnt) == pytest.approx(
        gain_from_breaking(support_cap=cap), abs=1e-12
    )


def test_a_penalty_holds_only_if_breaches_can_be_found():
    assert penalty_that_holds(support_cap=0.5, chance_found=1.0) == 0.125
    assert penalty_that_holds(support_cap=1.0, chance_found=0.1) == 0
    with pytest.raises(ValueError, match="never found"):
        penalty_that_holds(support_cap=0.5, chance_found=0.0)
