"""Kinds of novelty: counts by hand, thresholds that never gain, pairs, refusals, and the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.structure.kinds_of_new import (
    MARKS,
    cases_by_threshold,
    counted_marks,
    kinds_of_each,
    kinds_together,
    most_together,
)

BY_HAND = [[1, 1, 0.5], [0, 1, 0], [0.5, 0, 0.5]]
TABLES = st.integers(2, 5).flatmap(
    lambda kinds: st.lists(
        st.lists(st.sampled_from(MARKS), min_size=kinds, max_size=kinds), min_size=1, max_size=8
    )
)


def test_counts_by_hand():
    assert kinds_of_each(BY_HAND, disputed=False) == [2, 1, 0]
    assert kinds_of_each(BY_HAND, disputed=True) == [3, 1, 2]
    assert cases_by_threshold(BY_HAND, disputed=False) == [2, 1, 0]
    assert cases_by_threshold(BY_HAND, disputed=True) == [3, 2, 1]
    assert kinds_together(BY_HAND, disputed=True) == {(0, 1): 1, (0, 2): 2, (1, 2): 1}
    assert most_together(BY_HAND, disputed=True) == ((0, 2), 2)


@given(TABLES)
def test_asking_for_more_never_adds_a_case_and_disputed_marks_never_take_one(marks):
    strict, wide = (cases_by_threshold(marks, disputed=disputed) for disputed in (False, True))
    assert sorted(strict, reverse=True) == strict
    assert all(few <= many for few, many in zip(strict, wide, strict=True))
    assert sum(strict) == sum(kinds_of_each(marks, disputed=False))


@given(TABLES)
def test_pairs_are_those_within_the_cases(marks):
    found = kinds_of_each(marks, disputed=True)
    pairs = sum(kinds_together(marks, disputed=True).values())
    assert pairs == sum(kinds * (kinds - 1) // 2 for kinds in found)


@pytest.mark.parametrize(
    ("marks", "message"),
    [
        ([[1, 0.4]], r"marks\[0\]\[1\] = 0.4 is not 0, 0.5 or 1"),
        ([[1, 0], [1]], "unequal length"),
        ([], "0 rows"),
    ],
)
def test_what_is_no_mark_is_refused(marks, message):
    with pytest.raises(ValueError, match=message):
        counted_marks(marks, disputed=True)


def test_one_kind_makes_no_pair():
    with pytest.raises(ValueError, match="a pair takes two"):
        most_together([[1], [0]], disputed=True)


def test_every_case_has_one_entry_for_each_kind_in_one_order():
    rows = data.rows("manufacturing_cases")
    (kinds,) = {
        tuple(row["kind"] for row in rows if row["case"] == case)
        for case in {row["case"] for row in rows}
    }
    assert len(kinds) == len(set(kinds)) == 5
    for case in {row["case"] for row in rows}:
        assert len({(row["year"], row["country"]) for row in rows if row["case"] == case}) == 1


def test_the_answer_turns_on_the_threshold_and_on_what_is_disputed():
    one = explorer("which-of-the-five")

    def passing(least, disputed):
        return one.readouts(threshold=least, disputed=disputed)["passing"]

    assert [passing(least, 0) for least in range(1, 6)] == [10, 9, 4, 2, 0]
    assert [passing(least, 1) for least in range(1, 6)] == [12, 12, 8, 4, 3]
