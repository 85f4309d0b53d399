"""Policies and orientations: scores, and the pairs that pull apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.measurement.orientations import score_of_policy
from nqpf.models.structure.kinds_of_new import pulling_apart

MARKS = st.lists(st.sampled_from([-1.0, 0.0, 1.0]), min_size=2, max_size=5)


@given(MARKS)
def test_equal_weights_give_the_mean_of_the_marks(marks):
    score = score_of_policy(orientation_weights=[0.3] * len(marks), orientation_marks=marks)
    assert score == pytest.approx(sum(marks) / len(marks))


@given(MARKS, st.floats(0.1, 1))
def test_a_score_lies_between_the_worst_and_the_best_mark(marks, weight):
    weights = [weight] + [0.2] * (len(marks) - 1)
    score = score_of_policy(orientation_weights=weights, orientation_marks=marks)
    assert min(marks) - 1e-12 <= score <= max(marks) + 1e-12


def test_only_a_policy_with_both_signs_pulls_a_pair_apart():
    assert pulling_apart([[1, -1, 0], [1, 1, 0], [-1, 1, 1]]) == {(0, 1): 2, (0, 2): 1, (1, 2): 0}


def test_another_mark_is_refused():
    with pytest.raises(ValueError, match="is not 1, 0 or -1"):
        pulling_apart([[1, 0.5]])


def test_every_policy_has_one_entry_for_each_orientation_in_one_order():
    rows = data.rows("policy_orientations")
    policies = {row["policy"] for row in rows}
    orders = {
        tuple(row["orientation"] for row in rows if row["policy"] == policy) for policy in policies
    }
    (order,) = orders
    assert len(order) == len(set(order)) == 5
    years = [next(row["year"] for row in rows if row["policy"] == policy) for policy in
             dict.fromkeys(row["policy"] for row in rows)]  # fmt: skip
    assert all(one <= other for one, other in pairwise(years))


def test_of_the_ten_pairs_one_is_torn():
    one = explorer("where-they-pull-apart")
    torn = [one.readouts(pair=pair)["torn"] for pair in range(10)]
    assert sorted(torn) == [0] * 9 + [2]
    assert "Development and problems" in one.sentences(pair=torn.index(2))[0]
