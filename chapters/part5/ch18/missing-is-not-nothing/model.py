"""An index of five aspects of which one has no figure."""

from itertools import pairwise


def given(draw):
    """Return four scores."""
    return {name: draw.step(0.3, 0.95, 0.05) for name in ("advanced", "complete", "secure", "open")}


def answer(**scores):
    """Return the mean of the four."""
    return sum(scores.values()) / 4


def wrong_as_nothing(**scores):
    """Return the mean of five with nothing for the fifth."""
    return sum(scores.values()) / 5


def wrong_as_half(**scores):
    """Return the mean of five with a half for the fifth."""
    return (sum(scores.values()) + 0.5) / 5


def reject(**scores):
    """Return whether a half would hardly change the mean."""
    values = sorted([answer(**scores), wrong_as_nothing(**scores), wrong_as_half(**scores)])
    return min(b - a for a, b in pairwise(values)) < 0.015
