"""Tasks, wages and jobs: worked figures, signs on both sides of a threshold, and the floor."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.elements.tasks import (
    capital_for_output_to_rise,
    capital_for_wages_to_rise,
    employment_under_floor,
    labour_share_of_tasks,
    output_of_tasks,
    productivity_from_tasks,
    wage_of_tasks,
)
from nqpf.models.measurement.inequality import gini, gini_of_lognormal, income_of_lower_class

TASKS, CAPITAL = st.floats(0.1, 0.9), st.floats(0.2, 5)


def case(automated, capital, employed=1.0):
    return {
        "automated_tasks": automated,
        "capital_per_person": capital,
        "employment_rate": employed,
    }


@pytest.mark.parametrize(
    ("capital", "output", "wage"),
    [
        (0.5, (1.4962, 1.4855), (1.0473, 0.8913)),
        (1.0, (1.8420, 1.9601), (1.2894, 1.1761)),
        (3.0, (2.5611, 3.0418), (1.7928, 1.8251)),
    ],
)
def test_one_step_of_automation_at_three_depths_of_capital(capital, output, wage):
    for place, automated in enumerate((0.3, 0.4)):
        assert round(output_of_tasks(**case(automated, capital)), 4) == output[place]
        assert round(wage_of_tasks(**case(automated, capital)), 4) == wage[place]


def test_labour_falls_from_seven_tenths_unless_new_tasks_come():
    shares = [
        labour_share_of_tasks(automated_tasks=automated, new_tasks=new)
        for automated, new in ((0.3, 0.0), (0.4, 0.0), (0.4, 0.1))
    ]
    assert shares == pytest.approx([0.7, 0.6, 0.7])


@given(TASKS, CAPITAL, st.floats(0.001, 1))
def test_wages_are_the_labour_share_of_output(automated, capital, employed):
    output = output_of_tasks(**case(automated, capital, employed))
    paid = wage_of_tasks(**case(automated, capital, employed)) * employed
    assert paid / output == pytest.approx(
        labour_share_of_tasks(automated_tasks=automated, new_tasks=0.0)
    )


@pytest.mark.parametrize(
    ("threshold", "result", "golden"),
    [
        (capital_for_output_to_rise, output_of_tasks, 0.428571),
        (capital_for_wages_to_rise, wage_of_tasks, 1.788315),
    ],
)
def test_capital_decides_the_sign(threshold, result, golden):
    level = threshold(automated_tasks=0.3)
    assert round(level, 6) == golden
    step = 1e-4
    for capital, rises in ((0.99 * level, False), (1.01 * level, True)):
        more = result(**case(0.3 + step, capital)) > result(**case(0.3, capital))
        assert more == rises


@given(TASKS, CAPITAL, st.floats(0.2, 2))
def test_a_floor_binds_only_above_the_wage_of_full_employment(automated, capital, floor):
    employed = employment_under_floor(
        automated_tasks=automated, capital_per_person=capital, wage_floor=floor
    )
    free = wage_of_tasks(**case(automated, capital))
    assert (employed < 1 - 1e-9) <= (floor > free)
    paid = wage_of_tasks(**case(automated, capital, employed))
    assert paid == pytest.approx(max(floor, free))


def test_a_bound_on_what_a_technology_adds():
    found = productivity_from_tasks(task_share=0.046, labour_saving=0.27, labour_cost_share=0.535)
    assert round(found, 6) == 0.006645


def test_indices_of_two_shapes_of_society():
    assert gini([1, 2, 3, 4]) == pytest.approx(0.25)
    assert round(gini_of_lognormal(0.9), 6) == 0.475482
    assert gini_of_lognormal(0.0) == 0
    with pytest.raises(ValueError, match="spread"):
        gini_of_lognormal(-0.1)


@given(st.integers(1, 9), st.floats(0.0, 0.5))
def test_two_classes_have_the_index_that_they_were_made_from(lower, index):
    people = lower / 10
    if index > people:
        with pytest.raises(ValueError, match="no two such classes"):
            income_of_lower_class(lower_people=people, gini_index=index)
        return
    income = income_of_lower_class(lower_people=people, gini_index=index)
    values = [income / lower] * lower + [(1 - income) / (10 - lower)] * (10 - lower)
    assert math.isclose(gini(values), index, abs_tol=1e-9)
