"""TOPSIS before and after a region is added."""

from nqpf.models.measurement.composite import topsis

REGIONS = [[10, 1], [6, 5], [1, 8]]


def given():
    """Return the scores of A and B before and after."""
    before = topsis(REGIONS, [1, 1])
    after = topsis([*REGIONS, [1, 20]], [1, 1])
    return {
        "a_before": before[0],
        "b_before": before[1],
        "a_after": after[0],
        "b_after": after[1],
        "d_after": after[3],
    }
