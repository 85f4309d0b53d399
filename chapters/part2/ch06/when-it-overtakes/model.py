"""When a faster technology has caught up."""

import itertools
from math import log


def given(draw):
    """Return where the new one starts, and both rates of improvement."""
    return {
        "part": draw.step(0.1, 0.4, 0.05),
        "fast": draw.step(0.15, 0.3, 0.01),
        "slow": draw.step(0.02, 0.06, 0.01),
    }


def answer(part, fast, slow):
    """Return the years until both are level."""
    return log(1 / part) / log((1 + fast) / (1 + slow))


def wrong_stands_still(part, fast):
    """Return the years if the old one stood still."""
    return answer(part, fast, 0.0)


def wrong_straight_line(part, fast, slow):
    """Return the missing part over the difference of the rates."""
    return (1 - part) / (fast - slow)


def wrong_doubling(fast, slow):
    """Return the years to gain a factor of two."""
    return answer(0.5, fast, slow)


def reject(part, fast, slow):
    """Return whether two of the answers would be hard to tell apart."""
    answers = sorted(
        [
            answer(part, fast, slow),
            wrong_stands_still(part, fast),
            wrong_straight_line(part, fast, slow),
            wrong_doubling(fast, slow),
        ]
    )
    return min(after - before for before, after in itertools.pairwise(answers)) < 0.5
