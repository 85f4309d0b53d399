"""Infrastructure between coast and inland: worked figures, the best split by search, the goal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.security.infrastructure_regions import (
    best_inland_part,
    gini_of_regions,
    output_of_regions,
)

ELASTICITIES = st.floats(0.05, 0.3)
STRENGTHS = st.floats(0.5, 0.9)
PEOPLE = st.floats(0.3, 0.5)
PARTS = [part / 100 for part in range(1, 100)]


def best(weight, *, elasticity=0.2, strength=0.65, people=0.45):
    return best_inland_part(
        public_elasticity=elasticity,
        coast_strength=strength,
        coast_people=people,
        equality_weight=weight,
    )


def output(part, *, elasticity=0.2, strength=0.65):
    return output_of_regions(
        inland_part=part, public_elasticity=elasticity, coast_strength=strength
    )


def gini(part, *, elasticity=0.2, strength=0.65, people=0.45):
    return gini_of_regions(
        inland_part=part,
        public_elasticity=elasticity,
        coast_strength=strength,
        coast_people=people,
    )


def test_the_split_in_figures():
    assert round(best(0.0), 6) == round(1 / (1 + (65 / 35) ** 1.25), 6) == 0.315658
    assert [round(best(weight), 6) for weight in (0.5, 1.0)] == [0.470498, 0.665698]
    assert round(sum(output(best(0.0))), 6) == 1.011348
    assert [round(gini(best(weight)), 6) for weight in (0.0, 1.0)] == [0.234342, 0.16805]


@given(ELASTICITIES, STRENGTHS)
def test_at_the_best_split_infrastructure_stands_in_proportion_to_output(elasticity, strength):
    part = best(0.0, elasticity=elasticity, strength=strength)
    made = output(part, elasticity=elasticity, strength=strength)
    assert made.inland / sum(made) == pytest.approx(part)


@given(ELASTICITIES, STRENGTHS, PEOPLE, st.floats(0, 1))
def test_no_other_split_serves_the_goal_better(elasticity, strength, people, weight):
    case = {"elasticity": elasticity, "strength": strength}

    def served(part):
        return sum(output(part, **case)) * (1 - weight * gini(part, people=people, **case))

    found = best(weight, people=people, **case)
    assert served(found) >= max(map(served, PARTS)) - 1e-12
    assert found >= best(0.0, people=people, **case) - 1e-12


def test_where_regions_are_alike_the_goal_changes_nothing():
    assert best(0.0, strength=0.5, people=0.5) == best(1.0, strength=0.5, people=0.5) == 0.5


def test_the_move_inland_ends_where_both_are_equally_rich():
    case = {"elasticity": 0.3, "strength": 0.52, "people": 0.5}
    assert best(1.0, **case) == best(0.5, **case) > best(0.0, **case)
    assert gini(best(1.0, **case), **case) == pytest.approx(0, abs=1e-12)


def test_the_first_step_to_equality_costs_least():
    most = sum(output(best(0.0)))
    lost = [most - sum(output(best(weight))) for weight in (0.1, 0.2, 0.4)]
    gained = [gini(best(0.0)) - gini(best(weight)) for weight in (0.1, 0.2, 0.4)]
    prices = [loss / gain for loss, gain in zip(lost, gained, strict=True)]
    assert 0 < prices[0] < prices[1] < prices[2]


def test_the_less_infrastructure_yields_the_less_it_can_equalise():
    def narrowed(elasticity):
        ends = [gini(best(w, elasticity=elasticity), elasticity=elasticity) for w in (0.0, 1.0)]
        return (ends[0] - ends[1]) / ends[0]

    assert narrowed(0.05) < narrowed(0.1) < narrowed(0.3)


def test_the_gini_index_is_the_one_counted_over_people():
    people = [output(0.3).coast / 0.45] * 9 + [output(0.3).inland / 0.55] * 11
    apart = sum(abs(one - other) for one in people for other in people)
    assert gini(0.3) == pytest.approx(apart / (2 * 20 * sum(people)))
