"""Ends of scenarios for every set of three levers, drawn."""

from itertools import combinations


def arguments(draw):
    """Return an end for each set."""
    names = [""]
    for size in (1, 2, 3):
        names += ["".join(chosen) for chosen in combinations("abc", size)]
    return ({name: draw.step(0.5, 6.0, 0.25) for name in names},)
