"""Recombined ideas and successive margins: worked figures, a search, limits and signs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.innovation.recombination import critical_ideas, ideas_path, pairs_of_ideas
from nqpf.models.learning.successive_margins import (
    output_against_one_owner,
    price_at_the_end,
    profit_against_one_owner,
)
from scipy.optimize import minimize_scalar


def test_joining_two_fields_opens_the_pairs_between_them():
    for each in (2, 6, 50):
        within = 2 * (each * (each - 1) / 2)
        assert pairs_of_ideas(ideas=2.0 * each, connection=0.0) == within
        joined = pairs_of_ideas(ideas=2.0 * each, connection=1.0)
        assert joined - within == each * each


def path(connection, ideas=10.0, chance=0.1, tries=0.3):
    return ideas_path(
        ideas=ideas,
        connection=connection,
        success_chance=chance,
        tries_per_idea=tries,
        years=60,
    )


def test_joined_fields_grow_as_fast_as_ideas_are_tried_and_fields_apart_run_dry():
    joined, apart = path(1.0), path(0.0)
    assert joined[-1] / joined[-2] == pytest.approx(1 + 0.1 * 0.3)
    # All pairs of N ideas tried: N - 10 = (N^2 / 4 - N / 2) / 10.
    assert apart[-1] == pytest.approx((1.05 - (1.05**2 - 1) ** 0.5) / 0.05, abs=1e-3)
    assert critical_ideas(success_chance=0.1, connection=0.0) > apart[-1]
    assert critical_ideas(success_chance=0.1, connection=1.0) < joined[-1]


@given(st.floats(0.01, 0.3), st.floats(0, 1), st.floats(0.05, 1))
def test_ideas_never_fall_and_no_pair_is_tried_twice(chance, connection, tries):
    found = path(connection, chance=chance, tries=tries)
    assert all(after >= before for before, after in pairwise(found))
    # What is found so far, over its chance, is what was tried: at most the pairs there were.
    for before, after in pairwise(found):
        pairs = before**2 * (1 + connection) / 4 - before / 2
        assert (after - found[0]) / chance <= pairs * (1 + 1e-9)


@given(st.floats(0.1, 0.8))
def test_two_stages_set_the_prices_that_are_best_for_each(cost):
    def second(price):
        return minimize_scalar(lambda p: -(p - price) * (1 - p), bounds=(price, 1)).x

    first = minimize_scalar(lambda w: -(w - cost) * (1 - second(w)), bounds=(cost, 1)).x
    assert price_at_the_end(stages=2.0, chain_cost=cost) == pytest.approx(second(first), abs=1e-4)


def test_each_stage_halves_output_unless_its_owner_saves():
    for stages, output in ((1.0, 1.0), (2.0, 0.5), (4.0, 0.125)):
        case = {"stages": stages, "chain_cost": 0.5}
        assert output_against_one_owner(incentive_saving=0.0, **case) == output
        assert output_against_one_owner(incentive_saving=0.3, **case) > output
    profits = [
        profit_against_one_owner(stages=float(n), chain_cost=0.4, incentive_saving=0.0)
        for n in range(1, 7)
    ]
    assert profits[0] == 1
    assert all(after < before for before, after in pairwise(profits))
    assert profit_against_one_owner(stages=2.0, chain_cost=0.8, incentive_saving=0.5) > 1
