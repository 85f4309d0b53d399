"""A leak: worked figures, a count round by round, the threshold, and a simulation."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.security.breach import BAND, firms_hit, reach_of_leak, value_of_sharing

PARTNERS = st.floats(1, 10)
CHANCES = st.floats(0, 0.3)


def hit(partners, chance, rounds):
    return firms_hit(data_partners=partners, leak_chance=chance, rounds_unnoticed=rounds)


def test_worked_by_hand():
    # Five partners at one in ten: half a firm, then four tenths of that, and so on.
    assert hit(5.0, 0.1, 3.0) == pytest.approx(1 + 0.5 + 0.2 + 0.08)
    assert hit(5.0, 0.1, 0.0) == hit(0.0, 0.3, 6.0) == hit(5.0, 0.0, 6.0) == 1
    assert reach_of_leak(data_partners=6.0, leak_chance=0.2) == pytest.approx(1)
    assert hit(6.0, 0.2, 4.0) == pytest.approx(1 + 4 * 1.2)


@given(PARTNERS, CHANCES, st.integers(0, 6))
def test_it_is_the_sum_of_its_rounds(partners, chance, rounds):
    newly, all_hit = partners * chance, 1.0
    for _round in range(rounds):
        all_hit += newly
        newly *= reach_of_leak(data_partners=partners, leak_chance=chance)
    assert hit(partners, chance, float(rounds)) == pytest.approx(all_hit, rel=1e-5)


@pytest.mark.parametrize("side", [-1, 1])
def test_at_the_edge_of_the_band_both_formulas_agree(side):
    inside, outside = (0.2 + side * part * BAND / 5 for part in (0.99, 1.01))
    assert hit(6.0, inside, 6.0) == pytest.approx(hit(6.0, outside, 6.0), rel=1e-5)


def test_below_the_threshold_a_late_notice_costs_little_and_above_it_much():
    def last_rounds(chance):
        return hit(6.0, chance, 6.0) - hit(6.0, chance, 4.0)

    assert last_rounds(0.1) < 0.06
    assert last_rounds(0.3) > 15


def test_a_simulated_leak_reaches_as_many():
    draws = random.Random("a leak")

    def one_leak(partners, chance, rounds):
        newly, reached = 1, 1
        for turn in range(rounds):
            open_to = newly * (partners if turn == 0 else partners - 1)
            newly = sum(draws.random() < chance for _partner in range(open_to))
            reached += newly
        return reached

    mean = sum(one_leak(5, 0.2, 3) for _leak in range(20_000)) / 20_000
    assert mean == pytest.approx(hit(5.0, 0.2, 3.0), rel=0.02)


@given(CHANCES)
def test_sharing_pays_at_most_what_it_would_without_leaks(chance):
    case = {"rounds_unnoticed": 3.0, "break_in_chance": 0.05, "leak_loss": 2.0}
    free = value_of_sharing(data_partners=5.0, leak_chance=0.0, partner_value=0.1, **case)
    open_to_all = value_of_sharing(data_partners=5.0, leak_chance=chance, partner_value=0.1, **case)
    assert open_to_all <= free
    alone = value_of_sharing(data_partners=0.0, leak_chance=chance, partner_value=0.1, **case)
    assert alone == pytest.approx(-0.1)
