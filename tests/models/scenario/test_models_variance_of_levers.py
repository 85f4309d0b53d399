"""Sobol's first-order and total effects from all combinations, beside SALib's from a sample.

SALib was 1.6.0 when the figures were first compared. It draws low-discrepancy points; ours counts
every combination once. A point stands for the value in whose part of [0, 1] it falls.
"""

from itertools import product
from math import prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.measurement.rank_sensitivity import first_order_indices
from nqpf.models.scenario import BASELINE, scenario_years
from nqpf.models.scenario.variance_of_levers import (
    all_combinations,
    low_middle_high,
    total_order_indices,
)
from SALib.analyze import sobol
from SALib.sample import sobol as sobol_points

SAMPLE = 4096
SPREADS = {"openness": 0.5, "absorption": 0.5, "research_effort": 0.5, "saving_end": 0.3}


def ends(spreads, levers=None):
    """Return the end of the scenario for every combination, and the number of values of each."""
    values = low_middle_high(spreads, levers=levers or {})
    moved = {name: np.array(column) for name, column in all_combinations(values).items()}
    levels = [len(listed) for listed in values.values()]
    return scenario_years({**(levers or {}), **moved})[-1].output.tolist(), levels


def first(results, levels):
    return first_order_indices([[value] for value in results], levels=levels)


def estimated(results, levels):
    """Return SALib's first-order and total effects."""
    problem = {
        "num_vars": len(levels),
        "names": [f"lever {place}" for place in range(len(levels))],
        "bounds": [[0.0, 1.0]] * len(levels),
    }
    points = sobol_points.sample(problem, SAMPLE, calc_second_order=False, seed=1)
    options = np.minimum((points * levels).astype(int), np.array(levels) - 1)
    drawn = np.array(results)[np.ravel_multi_index(tuple(options.T), levels)]
    found = sobol.analyze(problem, drawn, calc_second_order=False, num_resamples=2, seed=1)
    return found["S1"], found["ST"]


@pytest.mark.parametrize("levers", [{}, {"proximity": 0.3}], ids=["baseline", "far away"])
def test_the_scenario_s_effects_are_those_that_a_sample_finds(levers):
    results, levels = ends(SPREADS, levers)
    alone, total = first(results, levels), total_order_indices(results, levels=levels)
    sampled_alone, sampled_total = estimated(results, levels)
    assert sampled_alone == pytest.approx(alone, abs=5e-3)
    assert sampled_total == pytest.approx(total, abs=5e-3)
    # Openness and absorption stand as a product; the others hardly work on one another.
    assert alone[0] == pytest.approx(alone[1])
    assert total[0] - alone[0] > 10 * (total[3] - alone[3]) > 0


def test_a_function_whose_effects_are_known():
    # f = a + b + 3ab with a, b = ±1: variances 1, 1 and 9 of 11.
    results = [a + b + 3 * a * b for a, b in product((-1.0, 1.0), repeat=2)]
    assert first(results, [2, 2]) == pytest.approx([1 / 11, 1 / 11])
    assert total_order_indices(results, levels=[2, 2]) == pytest.approx([10 / 11, 10 / 11])


def test_where_effects_add_up_both_indices_are_one():
    values = [[0.0, 1.0, 5.0], [0.0, 2.0], [1.0, 1.5, 4.0, 9.0]]
    results = [sum(row) for row in product(*values)]
    levels = [len(listed) for listed in values]
    total = total_order_indices(results, levels=levels)
    assert total == pytest.approx(first(results, levels))
    assert sum(total) == pytest.approx(1)


@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=3).flatmap(
        lambda levels: st.tuples(
            st.just(levels),
            st.lists(st.floats(-5, 5), min_size=prod(levels), max_size=prod(levels)).filter(
                lambda results: max(results) - min(results) > 0.1
            ),
        )
    )
)
def test_total_effects_are_at_least_first_order_ones_and_at_most_all(case):
    levels, results = case
    alone, total = first(results, levels), total_order_indices(results, levels=levels)
    for one, all_of_it in zip(alone, total, strict=True):
        assert -1e-9 <= one <= all_of_it + 1e-9 <= 1 + 2e-9
    assert sum(alone) <= 1 + 1e-9 <= sum(total) + 2e-9


def test_combinations_and_values():
    values = low_middle_high({"openness": 0.6, "labour_growth": 0.2}, levers={"openness": 1.25})
    assert values["openness"] == pytest.approx([0.5, 1.25, 1.5])  # 2 is beyond the range
    assert values["labour_growth"][1] == BASELINE["labour_growth"]
    columns = all_combinations(values)
    assert columns["openness"][:4] == pytest.approx([0.5, 0.5, 0.5, 1.25])
    assert len(columns["labour_growth"]) == 9


def test_what_cannot_be_taken_apart_is_refused():
    with pytest.raises(ValueError, match="never move"):
        total_order_indices([1.0, 1.0], levels=[2])
    with pytest.raises(ValueError, match="3 results are not one for each combination"):
        total_order_indices([1.0, 2.0, 3.0], levels=[2, 2])
    with pytest.raises(ValueError, match="'luck' is no lever"):
        low_middle_high({"luck": 0.1}, levers={})
    with pytest.raises(ValueError, match="the spread of openness, 20, is not from 0 to 1"):
        low_middle_high({"openness": 20}, levers={})
    with pytest.raises(ValueError, match="openness is empty"):
        all_combinations({"openness": []})
