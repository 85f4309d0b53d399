"""The Gini coefficient of three groups: against a list of people, its limits and its signs."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf.models.measurement.inequality import gini
from nqpf.models.measurement.three_groups import gini_of_three_groups, incomes_of_three_groups

SHARE = st.floats(0.1, 0.95)


def case(employed, labour, owners, transfer):
    return {
        "employment_rate": employed,
        "labour_income_share": labour,
        "owner_people": owners,
        "transfer_rate": transfer,
    }


@given(st.integers(1, 12), st.integers(0, 25), SHARE, st.floats(0, 0.6))
def test_it_is_the_gini_index_of_forty_people(owners, idle, labour, transfer):
    people, output = 40, 40.0
    employed = people - idle
    wage = labour * output / employed
    profit = (1 - labour) * output / owners
    market = [0.0] * idle + [wage] * (employed - owners) + [wage + profit] * owners
    after = [(1 - transfer) * income + transfer * output / people for income in market]
    setting = case(employed / people, labour, owners / people, transfer)
    assert gini_of_three_groups(**setting) == pytest.approx(gini(after))
    parts = incomes_of_three_groups(**setting)
    bounds = [0, idle, employed - owners + idle, people]
    found = [sum(after[low:high]) / output for low, high in itertools.pairwise(bounds)]
    assert list(parts) == pytest.approx(found)


def test_with_all_at_work_it_is_capitals_share_times_those_without_capital():
    assert gini_of_three_groups(**case(1.0, 0.6, 0.1, 0.0)) == pytest.approx(0.4 * 0.9)
    assert gini_of_three_groups(**case(1.0, 1.0, 0.1, 0.0)) == pytest.approx(0)


@given(st.floats(0.5, 1), SHARE, st.floats(0.01, 0.4), st.floats(0, 0.5))
def test_a_job_lost_weighs_as_much_as_labours_share(employed, labour, owners, transfer):
    assume(employed - 0.05 > owners)
    before = gini_of_three_groups(**case(employed, labour, owners, transfer))
    after = gini_of_three_groups(**case(employed - 0.05, labour, owners, transfer))
    assert after - before == pytest.approx(0.05 * labour * (1 - transfer))


@given(st.floats(0.5, 1), SHARE, st.floats(0.01, 0.4), st.floats(0, 0.6))
def test_a_transfer_cuts_it_in_proportion(employed, labour, owners, transfer):
    market = gini_of_three_groups(**case(employed, labour, owners, 0.0))
    assert gini_of_three_groups(**case(employed, labour, owners, transfer)) == pytest.approx(
        (1 - transfer) * market
    )


def test_more_owners_than_employed_are_refused():
    with pytest.raises(ValueError, match="fewer owners"):
        gini_of_three_groups(**case(0.2, 0.5, 0.4, 0.0))
