"""Growth that doubling in fifteen years still asks for."""

from itertools import pairwise


def given(draw):
    """Return the years that have passed and growth in them."""
    years = draw.whole(4, 8)
    return {"years": years, "left": 15 - years, "done": draw.step(0.05, 0.065, 0.001)}


def answer(years, left, done):
    """Return growth a year in the years that are left."""
    return (2 / (1 + done) ** years) ** (1 / left) - 1


def wrong_from_the_start():
    """Return growth a year from the start."""
    return 2 ** (1 / 15) - 1


def wrong_sum(years, left, done):
    """Return what is left if growth rates added up to a doubling."""
    return (1 - years * done) / left


def reject(years, left, done):
    """Return whether two of the values are alike."""
    values = sorted(
        [answer(years, left, done), wrong_from_the_start(), wrong_sum(years, left, done)]
    )
    return min(b - a for a, b in pairwise(values)) < 0.0012
