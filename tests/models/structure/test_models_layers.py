"""Layers: what each still does on a weak first one, and output against emissions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.explorers import explorer
from nqpf.models.structure.layers import (
    effect_of_layers,
    emissions_with_layers,
    output_with_layers,
    saving_that_keeps_emissions,
)

FRACTION = st.floats(0, 1)
REACHES = st.lists(FRACTION, min_size=2, max_size=6)


def test_effects_by_hand():
    found = effect_of_layers(layer_reach=[0.5, 1.0, 0.8], layer_need=0.6)
    assert found == pytest.approx((0.5, 0.7, 0.8 * 0.82))


@given(REACHES)
def test_a_layer_that_needs_nothing_beneath_works_as_far_as_it_reaches(reaches):
    assert effect_of_layers(layer_reach=reaches, layer_need=0.0) == pytest.approx(tuple(reaches))


@given(REACHES)
def test_if_each_needs_the_one_beneath_reaches_multiply(reaches):
    expected = 1.0
    for reach, effect in zip(
        reaches, effect_of_layers(layer_reach=reaches, layer_need=1.0), strict=True
    ):
        expected *= reach
        assert effect == pytest.approx(expected)


@given(FRACTION, FRACTION, FRACTION)
def test_a_wider_first_layer_harms_no_other_and_need_helps_none(low, high, need):
    low, high = sorted((low, high))
    narrow, wide = (
        effect_of_layers(layer_reach=[first, 1.0, 1.0], layer_need=need) for first in (low, high)
    )
    free = effect_of_layers(layer_reach=[low, 1.0, 1.0], layer_need=0.0)
    for smaller, larger, freer in zip(narrow, wide, free, strict=True):
        assert smaller <= larger + 1e-12
        assert smaller <= freer + 1e-12


@given(REACHES)
def test_emissions_are_output_where_nothing_is_saved(effects):
    gains, nothing = [0.1] * len(effects), [0.0] * len(effects)
    made = output_with_layers(layer_effect=effects, layer_gains=gains)
    emitted = emissions_with_layers(layer_effect=effects, layer_gains=gains, layer_cuts=nothing)
    assert emitted == made >= 1


def test_output_and_emissions_by_hand():
    case = {"layer_effect": [1.0, 0.5], "layer_gains": [0.1, 0.2]}
    assert output_with_layers(**case) == pytest.approx(1.1 * 1.1)
    assert emissions_with_layers(**case, layer_cuts=[0.0, 0.4]) == pytest.approx(1.21 * 0.8)


def test_lists_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="layer_gains"):
        output_with_layers(layer_effect=[1.0], layer_gains=[0.1, 0.1])


@given(REACHES)
def test_the_saving_that_keeps_emissions_does_so(effects):
    gains = [0.1] * len(effects)
    made = output_with_layers(layer_effect=effects, layer_gains=gains)
    needed = saving_that_keeps_emissions(layered_output=made)
    # One more layer, of greening alone, at its full effect.
    emitted = emissions_with_layers(
        layer_effect=[*effects, 1.0],
        layer_gains=[*gains, 0.0],
        layer_cuts=[0.0] * len(effects) + [needed],
    )
    assert emitted == pytest.approx(1.0)


def test_judged_one_by_one_the_layers_would_not_begin_and_together_they_pay():
    one = explorer("five-layers")
    start = one.readouts()
    assert start["alone"] < 1 < start["output"] < start["digital"]
    assert start["behind"] == 3
    assert start["emissions"] < 1 < start["dirty"]
    weak = one.readouts(reach=0.4)
    assert weak["behind"] == 4
    assert weak["output"] < 1


def test_less_greening_than_what_is_needed_leaves_more_emissions():
    one = explorer("five-layers")
    for saved in (0.0, 0.1, 0.15, 0.2, 0.4):
        said = one.readouts(saved=saved)
        assert (said["works"] < said["enough"]) == (said["emissions"] > 1)
