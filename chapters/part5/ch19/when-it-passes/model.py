"""The year in which one economy passes another, before and after its currency falls."""

from itertools import pairwise
from math import log


def given(draw):
    """Return two economies and a fall of the exchange rate."""
    return {
        "ratio": draw.step(0.5, 0.75, 0.05),
        "fast": draw.step(0.035, 0.05, 0.005),
        "slow": draw.step(0.015, 0.02, 0.005),
        "cheaper": draw.step(0.06, 0.12, 0.02),
    }


def gain(fast, slow):
    """Return what the ratio gains in a year, as a log change."""
    return log((1 + fast) / (1 + slow))


def answer(fast, slow, cheaper):
    """Return the years that the fall costs."""
    return -log(1 - cheaper) / gain(fast, slow)


def wrong_at_level(ratio, fast, slow):
    """Return how long it takes without the fall."""
    return -log(ratio) / gain(fast, slow)


def wrong_one_growth(fast, cheaper):
    """Return the years in which one economy alone makes the fall good."""
    return -log(1 - cheaper) / log(1 + fast)


def reject(ratio, fast, slow, cheaper):
    """Return whether two of the values are alike."""
    values = sorted(
        [
            answer(fast, slow, cheaper),
            wrong_at_level(ratio, fast, slow),
            wrong_one_growth(fast, cheaper),
        ]
    )
    return min(b - a for a, b in pairwise(values)) < 0.5
