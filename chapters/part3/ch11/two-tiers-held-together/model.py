"""The risk of two tiers held together, drawn."""

from itertools import pairwise
from math import sqrt

from nqpf.models.structure.portfolio import risk_of_portfolio


def given(draw):
    """Return the parts, the risks and the correlation."""
    return {
        "part": draw.step(0.3, 0.5, 0.1),
        "calm": draw.step(0.04, 0.08, 0.01),
        "wild": draw.step(0.15, 0.25, 0.01),
        "shared": draw.step(0.2, 0.6, 0.1),
    }


def answer(part, calm, wild, shared):
    """Return the standard deviation of the whole."""
    return risk_of_portfolio(weights=[1 - part, part], tier_risk=[calm, wild], shared_risk=shared)


def wrong_mean(part, calm, wild):
    """Return the mean of the two risks."""
    return (1 - part) * calm + part * wild


def wrong_apart(part, calm, wild):
    """Return the risk without correlation."""
    return risk_of_portfolio(weights=[1 - part, part], tier_risk=[calm, wild], shared_risk=0.0)


def wrong_sum_of_squares(calm, wild):
    """Return the root of the sum of squares, without parts."""
    return sqrt(calm**2 + wild**2)


def reject(part, calm, wild, shared):
    """Return whether two of the answers are alike."""
    found = sorted(
        [
            answer(part, calm, wild, shared),
            wrong_mean(part, calm, wild),
            wrong_apart(part, calm, wild),
            wrong_sum_of_squares(calm, wild),
        ]
    )
    return min(b - a for a, b in pairwise(found)) < 0.002
