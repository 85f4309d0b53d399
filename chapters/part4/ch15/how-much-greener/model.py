"""The saving for a unit of output that keeps emissions where they were."""

from nqpf.models.structure.layers import saving_that_keeps_emissions


def given(draw):
    """Return by how much output has risen."""
    return {"more": draw.step(0.15, 0.6, 0.01)}


def answer(more):
    """Return the saving that is needed."""
    return saving_that_keeps_emissions(layered_output=1 + more)


def wrong_same(more):
    """Return the rise of output."""
    return more


def wrong_left(more):
    """Return what a unit may still emit."""
    return 1 / (1 + more)


def wrong_half_of_it(more):
    """Return half of the rise."""
    return more / 2
