"""Numbers side by side are computed with as one is, and as numpy's arrays are."""

from __future__ import annotations

import math

import numpy as np
import pytest
from nqpf.algebra import (
    AlgebraError,
    Many,
    exp,
    floor,
    log,
    maximum,
    minimum,
    power,
    product,
    sqrt,
    total,
    where,
)
from nqpf.models.scenario import scenario_years
from nqpf.models.scenario.scenario_uncertainty import drawn_levers

NUMBERS = [0.5, 1.0, 2.5]
OTHERS = [2.0, 0.25, 3.0]
COMPUTED = [
    lambda a, b: a + b - 1,
    lambda a, b: 1 - a * b,
    lambda a, b: a / b + 2 / a,
    lambda a, b: a**b + 2**a + a**0.5,
    lambda a, b: -a + abs(b - 2),
    lambda a, b: exp(a) + log(b) + sqrt(a) + floor(b),
    lambda a, b: power(a, 2.0) + power(3.0, b),
    lambda a, b: minimum(a, b, 1.0) + maximum(0.3, a),
    lambda a, b: total([a, b, 1.0]) + product([a, 2.0, b]),
    lambda a, b: where(a > b, lambda: a - b, lambda: 0.0),
    lambda a, b: where(a <= 1, lambda: 1.0, lambda: log(a - 1)),
    lambda a, b: where(a < 1, lambda: 1 / (b - 0.25), lambda: (a - 1) ** 0.5),
]


@pytest.mark.parametrize("computed", COMPUTED)
def test_each_number_is_what_it_is_by_itself_where_it_is_used(computed):
    many = computed(Many(NUMBERS), Many(OTHERS)).numbers
    arrays = computed(np.array(NUMBERS), np.array(OTHERS)).tolist()
    assert many == pytest.approx(arrays, rel=1e-15, nan_ok=True)


def test_a_model_gives_what_it_gives_with_arrays():
    names = ["openness", "research_effort", "saving_end", "log_variance", "absorption"]
    drawn = drawn_levers({}, names=names, spread=0.3, draws=50, seed="many")
    many = scenario_years({name: Many(one) for name, one in drawn.items()})
    arrays = scenario_years({name: np.array(one) for name, one in drawn.items()})
    assert many[-1].output.numbers == pytest.approx(arrays[-1].output.tolist(), rel=1e-13)


def test_a_number_out_of_range_is_refused_and_so_is_none():
    with pytest.raises(ValueError, match=r"openness = 9\.0 is outside"):
        scenario_years({"openness": Many([1.0, 9.0])})
    with pytest.raises(ValueError, match="openness = nan is not a number"):
        scenario_years({"openness": Many([1.0, math.nan])})


def test_they_have_no_one_truth_value_and_go_with_as_many():
    with pytest.raises(AlgebraError, match="no one truth value"):
        bool(Many(NUMBERS) > 1)
    with pytest.raises(ValueError, match="2 numbers do not fit 3"):
        Many(NUMBERS) + Many([1.0, 2.0])
    with pytest.raises(ZeroDivisionError):
        1 / Many([1.0, 0.0])


def test_only_the_first_are_shown():
    assert repr(Many([0.1, 2, 3])) == "Many([0.1, 2, 3])"
    assert repr(Many(range(9))) == "Many([0, 1, 2, …])"
