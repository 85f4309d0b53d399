"""Sobol's first-order indices from all combinations, beside those SALib estimates from a sample.

SALib was 1.6.0 when the figures were first compared. It draws low-discrepancy points; ours counts
every combination of options once. A point stands for the option in whose part of [0, 1] it falls.
"""

from itertools import product

import numpy as np
import pytest
from nqpf import data
from nqpf.models.measurement.composite import weighted_products, weighted_sums
from nqpf.models.measurement.index_weights import entropy_weights, equal_weights
from nqpf.models.measurement.indicators import min_max, rank_scores, ranks
from nqpf.models.measurement.rank_sensitivity import first_order_indices
from nqpf.models.scenario import BASELINE, scenario_years
from SALib.analyze import sobol
from SALib.sample import sobol as sobol_points

SAMPLE = 4096


def estimated(results, levels):
    """Return SALib's indices of several outcomes together, each weighed by its variance."""
    problem = {
        "num_vars": len(levels),
        "names": [f"step {place}" for place in range(len(levels))],
        "bounds": [[0.0, 1.0]] * len(levels),
    }
    points = sobol_points.sample(problem, SAMPLE, calc_second_order=False, seed=1)
    options = np.minimum((points * levels).astype(int), np.array(levels) - 1)
    rows = np.array(results)[np.ravel_multi_index(tuple(options.T), levels)]
    moving = [column for column in rows.T if column.std() > 0]
    variances = np.array([column.var() for column in moving])
    found = [
        sobol.analyze(problem, column, calc_second_order=False, num_resamples=2, seed=1)["S1"]
        for column in moving
    ]
    return variances @ np.array(found) / variances.sum()


def test_a_function_with_every_kind_of_joint_effect():
    levels = [4, 3, 2]
    results = [[np.sin(a) + 2 * b * c + a * c] for a, b, c in product(*map(range, levels))]
    expected = first_order_indices(results, levels=levels)
    assert sum(expected) < 0.95
    assert estimated(results, levels) == pytest.approx(expected, abs=2e-3)


def test_the_steps_of_an_index_of_provinces():
    rows = data.rows("provinces_2021")
    table = [[v for v in row.values() if isinstance(v, (int, float))] for row in rows]
    scales = [[[0.01 + 0.99 * cell for cell in row] for row in s(table)] for s in (min_max, shares)]
    results = [
        ranks(adding(scale, weights(scale)))
        for scale, weights, adding in product(
            scales, (equal_weights_of, entropy_weights), (weighted_sums, weighted_products)
        )
    ]
    expected = first_order_indices(results, levels=[2, 2, 2])
    assert min(expected) > 0.01
    assert estimated(results, [2, 2, 2]) == pytest.approx(expected, abs=2e-3)


def shares(table):
    return min_max(rank_scores(table))


def equal_weights_of(table):
    return equal_weights(len(table[0]))


def test_three_levers_of_the_scenario():
    names, factors = ["openness", "research_effort", "log_variance"], [0.5, 0.75, 1.0, 1.25]
    results = [
        [scenario_years({n: BASELINE[n] * f for n, f in zip(names, moved, strict=True)})[-1].output]
        for moved in product(factors, repeat=len(names))
    ]
    levels = [len(factors)] * len(names)
    expected = first_order_indices(results, levels=levels)
    assert expected[0] > max(expected[1:])
    assert estimated(results, levels) == pytest.approx(expected, abs=2e-3)
