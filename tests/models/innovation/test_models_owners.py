"""Owners, the turns of a manager's choice, waits and lists: closed forms, limits and refusals."""

import itertools

import pytest
from nqpf.models.innovation.lists_in_common import shared_part
from nqpf.models.innovation.owners import value_to_owner, weight_that_decides
from nqpf.models.innovation.patience import hurdle_of_commitment, mean_wait, value_within_horizon
from nqpf.models.innovation.trial_and_error import (
    value_of_ease,
    value_of_known_way,
    value_of_new_way,
    weights_that_turn,
)

PROJECT = {"discount_rate": 0.08, "first_return": 4.0, "years_of_return": 12.0}
SELFISH = {"gain_of_others": 0.4, "objective_weight": 0.0, "covered_part": 0.0}
SIGNS = {"signs_for": 0.5, "signs_against": 0.75}


@pytest.mark.parametrize("horizon", [3.0, 8.0, 25.0])
def test_an_owner_who_counts_only_what_it_earns_and_bears_all_has_the_plain_value(horizon):
    case = PROJECT | {"horizon": horizon, "yearly_return": 0.24}
    assert value_to_owner(**case, **SELFISH) == pytest.approx(value_within_horizon(**case))


def test_an_owner_may_begin_what_earns_nothing_if_others_cover_enough():
    case = PROJECT | {"horizon": 3.0, "yearly_return": 0.24, "gain_of_others": 0.0}
    covered = value_to_owner(**case, objective_weight=0.0, covered_part=0.5)
    assert covered == pytest.approx(-0.5)


@pytest.mark.parametrize(
    ("name", "more"), [("horizon", 12.0), ("objective_weight", 0.8), ("covered_part", 0.3)]
)
def test_a_longer_view_a_wider_objective_and_cover_all_make_an_owner_begin_more(name, more):
    case = PROJECT | SELFISH | {"horizon": 8.0, "yearly_return": 0.24}
    assert value_to_owner(**case | {name: more}) > value_to_owner(**case)


def test_equal_leads_are_decided_at_one_half():
    assert weight_that_decides(innovation_lead=4.0, duties_lead=4.0) == 0.5
    assert weight_that_decides(innovation_lead=4.0, duties_lead=0.0) == 0
    with pytest.raises(ValueError, match="innovation_lead"):
        weight_that_decides(innovation_lead=0.0, duties_lead=1.0)


@pytest.mark.parametrize(
    ("known", "tolerance", "ease"),
    list(itertools.product([0.41, 0.45, 0.5], [0.0, 0.3, 0.8, 1.0], [0.3, 0.46, 0.6])),
)
def test_the_turns_divide_the_weights_as_the_three_values_do(known, tolerance, ease):
    turns = weights_that_turn(**SIGNS, known_chance=known, tolerance=tolerance, ease=ease)
    for weight in (step / 40 for step in range(41)):
        after = {"later_weight": weight, "tolerance": tolerance}
        worth = {
            "new": value_of_new_way(**SIGNS, known_chance=known, **after),
            "known": value_of_known_way(known_chance=known, **after),
            "ease": value_of_ease(ease=ease, **after),
        }
        best, second, _ = sorted(worth.values(), reverse=True)
        if best - second < 1e-9:
            continue
        expected = max(worth, key=worth.__getitem__)
        found = "known"
        if weight < turns.ease_ends:
            found = "ease"
        elif weight >= turns.new_begins:
            found = "new"
        assert found == expected, (weight, turns)


def test_waiting_until_benefits_are_twice_the_cost_as_published():
    """McDonald and Siegel (1986) report two for reasonable values; at these it is exactly two."""
    case = {"market_uncertainty": 0.2, "policy_uncertainty": 0.0}
    assert hurdle_of_commitment(discount_rate=0.04, payout_rate=0.04, **case) == pytest.approx(2)


def test_a_sum_paid_at_one_date_waited_until_success():
    assert mean_wait(paid_out=403.0, cost_with_time=403.0 * 1.11**7, discount_rate=0.11) == (
        pytest.approx(7)
    )
    assert mean_wait(paid_out=5.0, cost_with_time=5.0, discount_rate=0.05) == 0


def test_a_list_shares_all_with_itself_and_nothing_with_a_stranger():
    assert shared_part(named_by_both=6.0, named_by_first=6.0, named_by_second=6.0) == 1
    assert shared_part(named_by_both=0.0, named_by_first=6.0, named_by_second=9.0) == 0
    with pytest.raises(ValueError, match="named_by_first"):
        shared_part(named_by_both=0.0, named_by_first=0.0, named_by_second=9.0)
