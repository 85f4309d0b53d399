"""Indices: published and worked figures, another package's figures, traps, and what stays put.

The other package is pymcdm, 1.4.0 when the figures were first compared.
"""

import math
import random
import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf import data
from nqpf.models.measurement.composite import topsis, weighted_products, weighted_sums
from nqpf.models.measurement.index_weights import critic_weights, entropy_weights, equal_weights
from nqpf.models.measurement.indicators import min_max, rank_scores, ranks, standard_scores
from nqpf.models.measurement.inequality import gini, gini_parts
from nqpf.models.measurement.rank_sensitivity import first_order_indices
from nqpf.models.measurement.rank_uncertainty import (
    bands_of,
    drawn_ranks,
    part_above,
    random_weights,
    rank_bands,
)
from nqpf.models.measurement.tables import check_length, checked_list, checked_table, deviation
from pymcdm import normalizations, weights
from pymcdm.methods import TOPSIS
from scipy.stats import rankdata, zscore

WORKED = [[1, 4, 2], [2, 3, 2], [3, 2, 5], [4, 1, 1]]
CASE = [[7, 9, 9], [8, 7, 8], [9, 6, 8], [6, 7, 8]]
INDICATORS = [
    "gdp_per_capita_cny",
    "rd_intensity_percent",
    "invention_patents_per_10k",
    "education_budget_percent",
]
PROVINCES = [[row[name] for name in INDICATORS] for row in data.rows("provinces_2021")]

tables = (
    st.integers(2, 5)
    .flatmap(
        lambda width: st.lists(
            st.lists(st.integers(1, 50).map(float), min_size=width, max_size=width),
            min_size=3,
            max_size=9,
        )
    )
    .filter(lambda table: all(len(set(column)) > 1 for column in zip(*table, strict=True)))
)


def rounded(values, digits=6):
    return [round(value, digits) for value in values]


def test_a_nearly_empty_indicator_takes_most_of_the_weight():
    table = min_max([[1, 0], [2, 0], [3, 0], [4, 1]])
    assert rounded(entropy_weights(table)) == [0.212862, 0.787138]


def test_two_rules_weigh_one_table_differently():
    table = min_max(WORKED)
    assert rounded(critic_weights(table)) == [0.374417, 0.374417, 0.251166]
    assert rounded(entropy_weights(table)) == [0.295535, 0.295535, 0.408929]
    assert equal_weights(3) == [1 / 3] * 3


def test_topsis_of_the_worked_case():
    found = topsis(CASE, [0.4, 0.3, 0.3])
    assert rounded(found) == [0.567549, 0.521284, 0.552807, 0.183708]
    assert topsis(CASE, [4, 3, 3]) == pytest.approx(found)


def test_a_unit_that_nobody_wants_turns_the_ranking_round():
    before = weighted_sums(min_max([[10, 1], [6, 5], [1, 8]]), [1, 1])
    assert rounded(before) == [0.5, 0.563492, 0.5]
    after = weighted_sums(min_max([[10, 1], [6, 5], [1, 8], [1, 20]]), [1, 1])
    assert rounded(after) == [0.5, 0.383041, 0.184211, 0.5]


def test_the_gini_index_taken_apart():
    assert gini_parts([[1, 2], [3, 4]]) == pytest.approx((0.25, 0.05, 0.20, 0), abs=1e-12)
    assert gini_parts([[1, 3], [2, 4]]) == pytest.approx((0.25, 0.10, 0.10, 0.05), abs=1e-12)
    alike = gini_parts([[2, 2], [2]])
    assert alike == (0, 0, 0, 0)


@pytest.mark.parametrize("table", [WORKED, CASE, PROVINCES], ids=["worked", "case", "provinces"])
def test_another_package_finds_the_same(table):
    array, ones = np.array(table, dtype=float), np.ones(len(table[0]))
    np.testing.assert_allclose(entropy_weights(table), weights.entropy_weights(array), rtol=1e-9)
    np.testing.assert_allclose(
        critic_weights(min_max(table)), weights.critic_weights(array), rtol=1e-9
    )
    theirs = TOPSIS(normalizations.vector_normalization)(array, ones / len(ones), ones)
    np.testing.assert_allclose(topsis(table, ones), theirs, rtol=1e-9)
    scaled = np.column_stack([normalizations.minmax_normalization(one) for one in array.T])
    np.testing.assert_allclose(min_max(table), scaled, atol=1e-12)
    for correction in (0, 1):
        ours = standard_scores(table, correction=correction)
        np.testing.assert_allclose(ours, zscore(array, ddof=correction), rtol=1e-9, atol=1e-12)


@given(tables, st.floats(0.1, 100), st.floats(-1000, 1000))
def test_units_of_measurement_do_not_matter(table, factor, shift):
    changed = [[row[0] * factor + shift, *row[1:]] for row in table]
    assert entropy_weights(min_max(changed)) == pytest.approx(
        entropy_weights(min_max(table)), abs=1e-6
    )
    np.testing.assert_allclose(rank_scores(changed)[0][1:], rank_scores(table)[0][1:])
    np.testing.assert_allclose(standard_scores(changed), standard_scores(table), atol=1e-6)


@given(tables)
def test_less_is_better_mirrors_more_is_better(table):
    width = len(table[0])
    down, mirrored = [-1] * width, [[-value for value in row] for row in table]
    for scale in (min_max, standard_scores, rank_scores):
        np.testing.assert_allclose(scale(table, down), scale(mirrored), atol=1e-12)
        assert all(math.isfinite(value) for row in scale(table) for value in row)
    assert topsis(table, [1] * width, down) == pytest.approx(topsis(mirrored, [1] * width))


@given(tables)
def test_weights_are_fractions_that_sum_to_one(table):
    scaled = min_max(table)
    rules = [entropy_weights]
    if any(one != other for one, other in pairwise(zip(*scaled, strict=True))):
        rules.append(critic_weights)  # which has none where all indicators say the same
    for rule in rules:
        found = rule(scaled)
        assert math.fsum(found) == pytest.approx(1)
        assert all(0 <= weight <= 1 for weight in found)


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=12))
def test_ranks_are_those_of_scipy(scores):
    assert ranks(scores) == list(rankdata([-score for score in scores]))


@given(tables)
def test_products_reward_balance(table):
    scaled = [[value / 50 for value in row] for row in table]
    same = [1] * len(table[0])
    for by_sum, by_product in zip(
        weighted_sums(scaled, same), weighted_products(scaled, same), strict=True
    ):
        assert by_product <= by_sum + 1e-12


@given(st.lists(st.lists(st.integers(0, 30), min_size=1, max_size=6), min_size=1, max_size=4))
def test_the_parts_of_inequality_sum_to_the_whole(groups):
    assume(all(map(any, groups)))
    found = gini_parts(groups)
    assert found.within + found.between + found.overlap == pytest.approx(found.gini, abs=1e-12)
    assert min(found) >= -1e-12
    everyone = sorted(value for group in groups for value in group)
    places = range(1, len(everyone) + 1)
    by_rank = 2 * np.dot(places, everyone) / (len(everyone) * sum(everyone))
    assert found.gini == pytest.approx(by_rank - (len(everyone) + 1) / len(everyone), abs=1e-12)
    scaled = gini_parts([[7 * value for value in group] for group in groups])
    assert scaled == pytest.approx(found, abs=1e-12)


def test_a_unit_that_leads_in_everything_is_first_under_any_weights():
    bands = rank_bands([[1, 1, 1], [0.5, 0.2, 0.9], [0, 0.8, 0]], draws=200, seed="leader")
    assert bands.first == (1, 0, 0)
    assert (bands.best[0], bands.worst[0]) == (1, 1)
    whole = rank_bands(min_max(PROVINCES), within=1)
    narrow = rank_bands(min_max(PROVINCES), within=0.5)
    for unit in range(len(PROVINCES)):
        ends = (whole.best[unit], narrow.best[unit], narrow.middle[unit])
        assert list(ends) == sorted(ends)
        assert narrow.middle[unit] <= narrow.worst[unit] <= whole.worst[unit]


def test_without_freedom_every_draw_gives_the_ranks_of_the_weights_themselves():
    table = min_max(PROVINCES)
    own = ranks(weighted_sums(table, [4, 3, 2, 1]))
    assert drawn_ranks([table], weights=[4, 3, 2, 1], freedom=0, draws=3) == [own] * 3
    bands = bands_of(drawn_ranks([table], weights=[8, 6, 4, 2], freedom=0, draws=7), within=1)
    assert bands.best == bands.middle == bands.worst == tuple(own)


def test_more_freedom_never_narrows_the_mean_band():
    table = min_max(PROVINCES)

    def width(freedom):
        bands = bands_of(drawn_ranks([table], freedom=freedom, draws=400, seed="width"), within=0.9)
        return sum(np.subtract(bands.worst, bands.best))

    widths = [width(freedom) for freedom in (0, 0.25, 0.5, 0.75, 1)]
    assert widths[0] == 0
    assert widths == sorted(widths)


def test_each_scale_is_drawn_about_as_often_as_any_other():
    up, down = [[0, 0], [1, 1]], [[1, 1], [0, 0]]
    drawn = drawn_ranks([up, down], draws=4000, seed="scales")
    assert part_above(drawn, unit=0, other=1) == pytest.approx(0.5, abs=0.03)
    assert set(map(tuple, drawn)) == {(1.0, 2.0), (2.0, 1.0)}
    # The weights of a draw do not depend on how many scales there are.
    assert drawn_ranks([up, up], draws=50, seed=1) == drawn_ranks([up], draws=50, seed=1)


@given(tables, st.integers(0, 99))
def test_of_two_units_one_is_above_as_often_as_the_other_is_not(table, seed):
    drawn = drawn_ranks([table], draws=20, seed=seed)
    for unit, other in ((0, 1), (1, 0), (0, 0)):
        one = part_above(drawn, unit=unit, other=other)
        two = part_above(drawn, unit=other, other=unit)
        assert one + two == pytest.approx(1)
    better = [value + 1 for value in max(table)]
    above = drawn_ranks([[better, [value - 1 for value in better]]], draws=20, seed=seed)
    assert part_above(above, unit=0, other=1) == 1


def test_first_places_are_shares_of_all_draws():
    bands = rank_bands([[1, 0], [0, 1]], draws=4000, seed=3)
    assert sum(bands.first) == pytest.approx(1)
    assert bands.first[0] == pytest.approx(0.5, abs=0.03)


def test_random_weights_are_uniform_over_all_that_sum_to_one():
    drawn = np.array(random_weights(4, draws=20000, seed="uniform"))
    assert drawn.min() >= 0
    np.testing.assert_allclose(drawn.sum(axis=1), 1, atol=1e-12)
    np.testing.assert_allclose(drawn.mean(axis=0), 0.25, atol=0.01)
    np.testing.assert_allclose(drawn.var(axis=0), 3 / 80, atol=0.002)  # of a flat Dirichlet
    assert random_weights(1, draws=2, seed=0) == [[1.0], [1.0]]


def test_a_seed_fixes_the_draws_in_every_process_and_leaves_other_draws_alone():
    code = (
        "from nqpf.models.measurement.rank_uncertainty import random_weights\n"
        "print(random_weights(3, draws=2, seed='provinces'))"
    )
    again = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    random.seed(5)
    state = random.getstate()
    here = random_weights(3, draws=2, seed="provinces")
    assert random.getstate() == state
    assert again.stdout.strip() == str(here)
    assert rounded(here[0]) == [0.176533, 0.539471, 0.283996]
    assert random_weights(3, draws=2, seed="other") != here


REFUSED = [
    (lambda: min_max([[1, 2], [1, 3]]), "indicator 0 is 1 everywhere"),
    (lambda: min_max([[1, 2]]), "1 rows: at least 2"),
    (lambda: min_max([[1, 2], [3]]), "rows of unequal length: row 0 has 2, row 1 has 1"),
    (lambda: min_max([[1], [math.nan]]), r"table\[1\]\[0\] = nan is not finite"),
    (lambda: min_max([[1], [math.inf]]), "not finite"),
    (lambda: min_max([[1], [2]], [0]), "1 if more is better"),
    (lambda: min_max([[1], [2]], [1, 1]), "directions has 2 values for 1 indicators"),
    (lambda: standard_scores([[1], [2]], correction=2), "neither 0 nor 1"),
    (lambda: entropy_weights(standard_scores(WORKED)), "is below 0"),
    (lambda: entropy_weights([[0, 1], [0, 2]]), "indicator 0 is 0 everywhere"),
    (lambda: entropy_weights([[1, 2], [1, 2]]), "no indicator tells units apart"),
    (lambda: critic_weights([[1], [2]]), "at least two columns"),
    (lambda: critic_weights([[1, 2], [1, 3]]), "indicator 0 is constant"),
    (lambda: critic_weights([[1, 2], [2, 3], [3, 4]]), "no indicator tells units apart"),
    (lambda: equal_weights(0), "at least one indicator"),
    (lambda: weighted_sums(WORKED, [1, 1]), "weights has 2 values for 3 indicators"),
    (lambda: weighted_sums(WORKED, [1, -1, 1]), r"weights\[1\] = -1 is below 0"),
    (lambda: weighted_sums(WORKED, [0, 0, 0]), "weights are all 0"),
    (lambda: weighted_products([[0, 1]], [1, 1]), "needs positive numbers"),
    (lambda: topsis([[0, 1], [0, 2]], [1, 1]), "indicator 0 is 0 everywhere"),
    (lambda: topsis([[1, 2], [1, 2]], [1, 1]), "all units are alike"),
    (lambda: drawn_ranks([]), "one or more tables"),
    (lambda: drawn_ranks([WORKED, CASE[:2]]), "same units and indicators"),
    (lambda: drawn_ranks([WORKED], freedom=1.5), "freedom = 1.5"),
    (lambda: drawn_ranks([WORKED], weights=[1, 2]), "2 values for 3 indicators"),
    (lambda: drawn_ranks([WORKED], weights=[0, 0, 0]), "weights are all 0"),
    (lambda: bands_of([[1, 2], [1]]), "unequal length"),
    (lambda: bands_of([[1, 2]], within=2), "within = 2"),
    (lambda: rank_bands(WORKED, within=0), "within = 0"),
    (lambda: rank_bands([]), "0 rows"),
    (lambda: random_weights(2, draws=0, seed=1), "at least 1"),
    (lambda: gini([]), "values is empty"),
    (lambda: gini([0, 0]), "all 0"),
    (lambda: gini([1, -1]), "below 0"),
    (lambda: gini_parts([[1], [0]]), "all 0"),
    (lambda: checked_list([], name="shares"), "shares is empty"),
    (lambda: check_length([1], 2, name="shares", of="groups"), "1 values for 2 groups"),
]


@pytest.mark.parametrize(("refused", "why"), REFUSED, ids=[why for _call, why in REFUSED])
def test_what_has_no_meaning_is_refused_and_named(refused, why):
    with pytest.raises(ValueError, match=why):
        refused()


@pytest.mark.parametrize("wrong", ["5", True, None, [1]])
def test_what_is_no_number_is_refused(wrong):
    with pytest.raises(TypeError, match=r"table\[0\]\[1\] must be a number"):
        checked_table([[1, wrong]])


def test_one_part_of_a_thousandth_does_not_pass_for_a_difference():
    assert deviation([1, 1, 1], correction=0) == 0
    assert entropy_weights([[1, 1], [1, 2], [1, 4]]) == [0.0, 1.0]


CORNERS = [(one, two, three) for one in (-1, 1) for two in (-1, 1) for three in (-1, 1)]


@given(st.lists(st.floats(-5, 5), min_size=4, max_size=4))
def test_the_parts_of_a_sum_with_one_product_are_the_squares_of_its_weights(weights):
    """On -1 and 1 every term has variance one, and none goes with another."""
    assume(sum(weight**2 for weight in weights) > 0.01)
    first, second, third, both = weights
    results = [[first * a + second * b + third * c + both * a * b] for a, b, c in CORNERS]
    whole = sum(weight**2 for weight in weights)
    expected = [weight**2 / whole for weight in (first, second, third)]
    assert first_order_indices(results, levels=[2, 2, 2]) == pytest.approx(expected, abs=1e-9)


@given(st.lists(st.lists(st.floats(-9, 9), min_size=2, max_size=2), min_size=12, max_size=12))
def test_parts_are_fractions_that_never_pass_the_whole(results):
    assume(max(map(max, results)) - min(map(min, results)) > 0.01)
    assume(np.var(results, axis=0).sum() > 1e-6)
    parts = first_order_indices(results, levels=[3, 2, 2])
    assert all(-1e-12 <= part <= 1 + 1e-9 for part in parts)
    assert sum(parts) <= 1 + 1e-9


def test_parts_against_the_definition_with_numpy():
    cube = np.random.default_rng(5).normal(size=(3, 4, 2))
    expected = [cube.mean(axis=tuple({0, 1, 2} - {step})).var() / cube.var() for step in range(3)]
    found = first_order_indices(cube.reshape(-1, 1).tolist(), levels=[3, 4, 2])
    assert found == pytest.approx(expected)


def test_what_never_moves_and_what_is_missing_is_refused():
    with pytest.raises(ValueError, match="never move"):
        first_order_indices([[1], [1]], levels=[2])
    with pytest.raises(ValueError, match="3 results are not one for each"):
        first_order_indices([[1], [2], [3]], levels=[2, 2])
