"""Ecosystems: worked figures, the loop's eigenvalue against numpy, and which link pays most."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.structure.ecosystem import (
    elasticities_of_links,
    growth_of_loop,
    next_stocks_of_loop,
    output_of_chain,
    output_of_links,
)

SIX = [0.9, 0.9, 0.9, 0.9, 0.9, 0.5]
QUALITIES = st.lists(st.floats(0.05, 1), min_size=1, max_size=6)


def test_a_hundred_good_parts_make_a_bad_product():
    assert round(output_of_chain(link_qualities=[0.99] * 100), 6) == 0.366032
    assert round(output_of_chain(link_qualities=[0.999] * 100), 6) == 0.904792
    assert round(output_of_chain(link_qualities=SIX), 6) == 0.295245


def test_like_works_best_with_like():
    good, poor = 0.9, 0.6
    together = [output_of_chain(link_qualities=[one, one]) for one in (good, poor)]
    assert math.fsum(together) == pytest.approx(1.17)
    assert 2 * output_of_chain(link_qualities=[good, poor]) == pytest.approx(1.08)


def test_from_the_weakest_to_the_best():
    def whole(exponent):
        return output_of_links(link_qualities=SIX, link_exponent=exponent)

    assert whole(1.0) == pytest.approx(5 / 6)
    assert whole(0.0) == pytest.approx(math.prod(SIX) ** (1 / 6))
    assert whole(-10.0) == pytest.approx((math.fsum(q**-10 for q in SIX) / 6) ** -0.1)
    assert whole(2e-6) == pytest.approx(whole(0.0), abs=1e-6)


@given(QUALITIES, st.floats(-10, 4), st.floats(0, 1))
def test_better_substitutes_raise_the_whole_between_worst_and_best(qualities, exponent, more):
    lower, higher = (
        output_of_links(link_qualities=qualities, link_exponent=one)
        for one in (exponent, exponent + more)
    )
    assert min(qualities) * (1 - 1e-9) <= lower <= higher * (1 + 2e-6)
    assert higher <= max(qualities) * (1 + 1e-9)


@given(QUALITIES, st.floats(-10, 5))
def test_elasticities_are_the_slopes_and_sum_to_one(qualities, exponent):
    found = elasticities_of_links(link_qualities=qualities, link_exponent=exponent)
    assert math.fsum(found) == pytest.approx(1)
    step = 1e-6
    up, down = (
        output_of_links(link_qualities=[max(0.05, qualities[0] * (1 - shift)), *qualities[1:]],
                        link_exponent=exponent)
        for shift in (0, step)
    )  # fmt: skip
    if qualities[0] > 0.051 and abs(exponent) > 0.01:
        assert math.log(up / down) / step == pytest.approx(found[0], abs=1e-4)


def test_the_first_coin_belongs_to_the_worst_only_below_one():
    def dearest(exponent):
        found = elasticities_of_links(link_qualities=SIX, link_exponent=exponent)
        gains = [each / quality for each, quality in zip(found, SIX, strict=True)]
        return gains[-1] - gains[0]

    assert dearest(-4.0) > 0
    assert dearest(1.0) == pytest.approx(0)
    assert dearest(4.0) < 0


def test_a_loop_grows_if_the_product_of_its_gains_is_enough():
    assert round(growth_of_loop(loop_gains=[0.4, 0.5, 0.6], loop_retention=0.5), 6) == 0.993242
    for place in range(3):
        gains = [0.4, 0.5, 0.6]
        gains[place] *= 0.125 / 0.12
        assert growth_of_loop(loop_gains=gains, loop_retention=0.5) == pytest.approx(1)
    assert growth_of_loop(loop_gains=[0.0, 1.0, 1.0], loop_retention=0.5) == 0.5


@given(st.lists(st.floats(0.05, 1), min_size=1, max_size=5), st.floats(0.3, 0.9))
def test_it_is_the_largest_eigenvalue_of_the_step(gains, retention):
    size = len(gains)
    step = [
        next_stocks_of_loop(
            loop_stocks=[float(row == column) for row in range(size)],
            loop_gains=gains,
            loop_retention=retention,
        )
        for column in range(size)
    ]
    largest = max(abs(np.linalg.eigvals(np.array(step))))
    assert growth_of_loop(loop_gains=gains, loop_retention=retention) == pytest.approx(largest)


def test_no_link_at_all_is_refused():
    with pytest.raises(ValueError, match="must not be empty"):
        output_of_chain(link_qualities=[])
