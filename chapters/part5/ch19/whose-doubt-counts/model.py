"""The part of a variance that one of two uncertain levers causes."""

from itertools import pairwise


def given(draw):
    """Return two pulls and two doubts."""
    return {
        "pull_open": draw.step(0.3, 0.6, 0.1),
        "pull_research": draw.step(0.1, 0.3, 0.1),
        "doubt_open": draw.step(0.1, 0.3, 0.05),
        "doubt_research": draw.step(0.2, 0.6, 0.1),
    }


def part(openness, research):
    """Return research's part of a sum."""
    return research / (openness + research)


def answer(pull_open, pull_research, doubt_open, doubt_research):
    """Return its part of the variance."""
    return part((pull_open * doubt_open) ** 2, (pull_research * doubt_research) ** 2)


def wrong_no_square(pull_open, pull_research, doubt_open, doubt_research):
    """Return its part of pulls times doubts."""
    return part(pull_open * doubt_open, pull_research * doubt_research)


def wrong_pull_alone(pull_open, pull_research):
    """Return its part of squared pulls."""
    return part(pull_open**2, pull_research**2)


def reject(pull_open, pull_research, doubt_open, doubt_research):
    """Return whether two of the values are alike, or one of the levers hardly counts."""
    values = sorted(
        [
            answer(pull_open, pull_research, doubt_open, doubt_research),
            wrong_no_square(pull_open, pull_research, doubt_open, doubt_research),
            wrong_pull_alone(pull_open, pull_research),
        ]
    )
    return values[0] < 0.03 or min(b - a for a, b in pairwise(values)) < 0.03
