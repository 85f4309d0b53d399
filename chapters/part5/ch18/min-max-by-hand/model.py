"""A score by min-max where less is better."""

from itertools import pairwise

from nqpf.models.measurement.indicators import min_max


def given(draw):
    """Return the best, the worst and the province's own use."""
    low = draw.step(0.2, 0.4, 0.02)
    high = draw.step(1.0, 2.0, 0.1)
    return {"low": low, "high": high, "own": round(low + draw.step(0.2, 0.5, 0.02), 2)}


def answer(low, high, own):
    """Return the score of the province in the middle row."""
    return min_max([[low], [own], [high]], [-1])[1][0]


def wrong_wrong_way(low, high, own):
    """Return the score with more counted as better."""
    return min_max([[low], [own], [high]])[1][0]


def wrong_ratio(low, own):
    """Return the least over the own."""
    return low / own


def reject(low, high, own):
    """Return whether a mistake comes near the answer or the other mistake."""
    values = sorted([answer(low, high, own), wrong_wrong_way(low, high, own), low / own])
    return min(b - a for a, b in pairwise(values)) < 0.02
