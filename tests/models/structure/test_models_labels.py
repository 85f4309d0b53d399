"""Counting and synergy: bounds, rulers, three indices of coordination, and what they miss."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.measurement.coupling import (
    coordination_fan,
    coordination_standard,
    coordination_wang,
    grade_of_coordination,
)
from nqpf.models.structure.completeness import (
    chance_of_full_coverage,
    chance_of_overlap,
    coverage_of_class,
    overlap_bounds,
    overlap_if_independent,
)
from nqpf.models.structure.synergy import (
    gain_of_raising_all,
    gains_of_raising_one,
    output_of_subsystems,
    shapley_gains,
    synergy_of_subsystems,
)
from scipy.stats import hypergeom

FINE = 666 / 162
ALL_INDICES = (coordination_standard, coordination_wang, coordination_fan)
scores = st.lists(st.floats(0.01, 1), min_size=2, max_size=6)
toggles = st.integers(2, 4).flatmap(
    lambda size: st.fixed_dictionaries(
        {
            "base_scores": st.lists(st.floats(0.01, 1), min_size=size, max_size=size),
            "raised_scores": st.lists(st.floats(0.01, 1), min_size=size, max_size=size),
            "elasticity_of_substitution": st.floats(0.1, 5),
        }
    )
)


def equal(rule, values):
    return rule(scores=values, weights=[1.0] * len(values))


def test_what_eleven_and_sixteen_of_twenty_six_say_together():
    case = {"items": 26.0, "first_count": 11.0, "second_count": 16.0}
    assert overlap_bounds(**case) == (1, 11)
    assert round(overlap_if_independent(**case), 2) == 6.77
    random = {"population": 26, "marked": 11, "drawn": 16}
    assert round(chance_of_overlap(**random, at_least=11), 6) == 0.000565
    assert chance_of_overlap(**random, at_least=1) == 1
    # With ten leading industries the overlap may be empty.
    assert overlap_bounds(**case | {"first_count": 10.0}).least == 0


@given(st.integers(0, 12), st.integers(0, 12))
def test_bounds_are_reached_by_arrangements(first, second):
    bounds = overlap_bounds(items=26.0, first_count=2.0 * first, second_count=2.0 * second)
    front, back = set(range(2 * first)), set(range(26 - 2 * second, 26))
    assert bounds.least == len(front & back)
    assert bounds.most == len(front & set(range(2 * second)))
    mean = overlap_if_independent(items=26.0, first_count=2.0 * first, second_count=2.0 * second)
    assert bounds.least <= mean + 1e-12
    assert mean <= bounds.most + 1e-12


@given(st.integers(26, 60), st.integers(0, 26), st.integers(0, 26), st.integers(0, 26))
def test_the_chance_is_hypergeometric(population, marked, drawn, at_least):
    found = chance_of_overlap(population=population, marked=marked, drawn=drawn, at_least=at_least)
    expected = hypergeom(population, marked, drawn).sf(at_least - 1)
    assert found == pytest.approx(float(expected), abs=1e-12)


@pytest.mark.parametrize(
    ("presence", "everything"), [(0.8, 0.805009), (0.7, 0.316010), (0.9, 0.987535)]
)
def test_a_coarse_ruler(presence, everything):
    found = chance_of_full_coverage(presence=presence, fine_per_coarse=FINE, coarse_classes=162.0)
    assert round(found, 6) == everything


def test_a_fifth_missing_hardly_shows():
    covered = coverage_of_class(presence=0.8, fine_per_coarse=FINE)
    assert round(covered, 6) == 0.998662
    assert round(162 * covered, 2) == 161.78


@given(st.floats(0.5, 1), st.floats(1, 19))
def test_the_coarser_the_ruler_the_more_is_covered(presence, fine):
    here, coarser = (
        coverage_of_class(presence=presence, fine_per_coarse=m) for m in (fine, fine + 1)
    )
    assert presence - 1e-12 <= here <= coarser <= 1
    assert coverage_of_class(presence=presence, fine_per_coarse=1.0) == pytest.approx(presence)


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        (coordination_standard, [0.25, 1.0], (0.8, 0.625, 0.707107)),
        (coordination_standard, [0.2, 0.2], (1.0, 0.2, 0.447214)),
        (coordination_standard, [0.4, 0.6], (0.979796, 0.5, 0.699927)),
        (coordination_wang, [0.4, 0.6], (0.730297, 0.5, 0.604275)),
        (coordination_fan, [0.4, 0.6], (0.8, 0.5, 0.632456)),
        (coordination_standard, [0.2, 0.5, 0.8], (0.861774, 0.5, 0.656420)),
        (coordination_wang, [0.2, 0.5, 0.8], (0.487002, 0.5, 0.493458)),
        (coordination_fan, [0.2, 0.5, 0.8], (0.510102, 0.5, 0.505026)),
    ],
)
def test_three_indices(rule, values, expected):
    assert tuple(round(value, 6) for value in equal(rule, values)) == expected


def test_unequal_weights():
    found = coordination_standard(scores=[0.25, 1.0], weights=[0.7, 0.3])
    assert found.level == pytest.approx(0.475)
    assert round(found.degree, 6) == 0.616441


@given(scores)
def test_with_equal_weights_the_degree_is_a_power_of_the_geometric_mean(values):
    found = equal(coordination_standard, values)
    assert found.degree == pytest.approx(math.prod(values) ** (1 / (2 * len(values))), rel=1e-9)


@given(scores, st.floats(0, 0.5))
def test_the_usual_degree_rises_with_any_score(values, more):
    raised = [min(1.0, values[0] + more), *values[1:]]
    before, after = (equal(coordination_standard, each).degree for each in (values, raised))
    assert after >= before * (1 - 1e-12)


@given(scores)
def test_indices_lie_between_zero_and_one_and_agree_when_scores_do(values):
    for rule in ALL_INDICES:
        found = equal(rule, values)
        assert all(-1e-12 <= part <= 1 + 1e-12 for part in found)
        assert equal(rule, [values[0]] * len(values)).coupling == pytest.approx(1, abs=1e-7)


@given(st.floats(0.01, 1), st.floats(0.01, 1))
def test_a_coupling_that_lost_its_factor_never_passes_one_half(first, second):
    correct = equal(coordination_standard, [first, second]).coupling
    lost = math.sqrt(first * second) / (first + second)
    assert lost == pytest.approx(correct / 2)
    assert lost <= 0.5 + 1e-12


@given(scores)
def test_wang_and_fan_against_their_published_forms(values):
    pairs = list(itertools.combinations(values, 2))
    gap = sum(abs(first - second) for first, second in pairs) / len(pairs)
    relative = math.prod(value / max(values) for value in values) ** (1 / (len(values) - 1))
    wang = math.sqrt((1 - gap) * relative)
    assert equal(coordination_wang, values).coupling == pytest.approx(wang, rel=1e-9)
    assert equal(coordination_fan, values).coupling == pytest.approx(
        1 - 2 * np.std(values), abs=1e-12
    )


@pytest.mark.parametrize(
    ("degree", "grade"), [(0.0, 1), (0.05, 1), (0.1, 2), (0.65, 7), (0.7, 8), (0.99, 10), (1.0, 10)]
)
def test_grades(degree, grade):
    assert grade_of_coordination(degree=degree) == grade


def test_one_system_cannot_be_coupled():
    with pytest.raises(ValueError, match="scores needs at least 2 numbers"):
        coordination_wang(scores=[0.5], weights=[1.0])


@pytest.mark.parametrize(("elasticity", "single"), [(0.3, 0.057005), (1, 0.103968), (3, 0.123056)])
def test_raising_one_of_three_and_all(elasticity, single):
    case = {
        "base_scores": [0.4] * 3,
        "raised_scores": [0.8] * 3,
        "elasticity_of_substitution": float(elasticity),
    }
    assert [round(gain, 6) for gain in gains_of_raising_one(**case)] == [single] * 3
    assert gain_of_raising_all(**case) == pytest.approx(0.4, abs=1e-12)
    assert synergy_of_subsystems(**case) == pytest.approx(0.4 - 3 * single, abs=2e-6)


UNEQUAL = {"base_scores": [0.3, 0.6, 0.7], "raised_scores": [0.6, 0.8, 0.9]}


def test_unequal_subsystems():
    low = UNEQUAL | {"elasticity_of_substitution": 0.3}
    singles = [round(gain, 6) for gain in gains_of_raising_one(**low)]
    assert singles == [0.203735, 0.013919, 0.008640]
    assert round(gain_of_raising_all(**low), 6) == 0.305659
    assert [round(gain, 6) for gain in shapley_gains(**low)] == [0.241071, 0.039240, 0.025349]
    high = UNEQUAL | {"elasticity_of_substitution": 3.0}
    assert [round(gain, 6) for gain in shapley_gains(**high)] == [0.113333, 0.064733, 0.061892]


@given(toggles)
def test_shapley_gains_add_up_to_the_whole(case):
    assert sum(shapley_gains(**case)) == pytest.approx(gain_of_raising_all(**case), abs=1e-9)


@given(toggles)
def test_the_gain_is_output_on_less_output_off(case):
    elasticity = case["elasticity_of_substitution"]
    on, off = (
        output_of_subsystems(scores=case[name], elasticity_of_substitution=elasticity)
        for name in ("raised_scores", "base_scores")
    )
    assert gain_of_raising_all(**case) == pytest.approx(on - off, abs=1e-12)
    alone = gains_of_raising_one(**case)
    assert synergy_of_subsystems(**case) == pytest.approx(on - off - sum(alone), abs=1e-12)


@given(st.floats(0.1, 5), st.floats(0.01, 0.9), st.floats(0.01, 0.9), st.floats(1.01, 1.1))
def test_raising_subsystems_that_complement_one_another_helps(elasticity, one, other, factor):
    """With constant returns two subsystems always complement one another."""
    base = [one, other]
    synergy = synergy_of_subsystems(
        base_scores=base,
        raised_scores=[score * factor for score in base],
        elasticity_of_substitution=elasticity,
    )
    assert synergy >= -1e-9


@given(st.floats(0.1, 5), st.floats(0.1, 1))
def test_the_whole_is_as_good_as_its_equal_parts(elasticity, score):
    found = output_of_subsystems(scores=[score] * 3, elasticity_of_substitution=elasticity)
    assert found == pytest.approx(score, rel=1e-7)


def test_two_worlds_share_a_degree_and_not_a_synergy():
    """The index is the same number whether or not the subsystems help one another."""
    degree = equal(coordination_standard, [0.8, 0.8, 0.8]).degree
    assert degree == pytest.approx(0.8**0.5)
    case = {"base_scores": [0.4] * 3, "raised_scores": [0.8] * 3}
    synergies = [
        synergy_of_subsystems(**case, elasticity_of_substitution=elasticity)
        for elasticity in (0.3, 5.0)
    ]
    assert synergies[0] > 5 * synergies[1] > 0


def test_counting_is_exact():
    total = sum(
        Fraction(math.comb(11, k) * math.comb(15, 16 - k), math.comb(26, 16)) for k in range(12)
    )
    assert total == 1
