"""The coupling coordination degree of two subsystems."""

from itertools import pairwise

from nqpf.models.measurement.coupling import coordination_standard


def given(draw):
    """Return two scores."""
    return {"one": draw.step(0.1, 0.5, 0.05), "other": draw.step(0.4, 0.95, 0.05)}


def indices(one, other):
    """Return coupling, level and degree."""
    return coordination_standard(scores=[one, other], weights=[1.0, 1.0])


def answer(one, other):
    """Return the degree."""
    return indices(one, other).degree


def wrong_lost(one, other):
    """Return the degree with half of the coupling."""
    found = indices(one, other)
    return (found.coupling / 2 * found.level) ** 0.5


def wrong_coupling(one, other):
    """Return the coupling."""
    return indices(one, other).coupling


def wrong_level(one, other):
    """Return the level."""
    return indices(one, other).level


def reject(one, other):
    """Return whether a mistake comes near the answer or another mistake."""
    found = indices(one, other)
    values = sorted([*found, wrong_lost(one, other)])
    return min(b - a for a, b in pairwise(values)) < 0.012
