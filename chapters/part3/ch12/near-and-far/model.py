"""The density around one product, by hand."""

from nqpf.models.structure.complexity import density

NEAR = [
    [1.0, 0.6, 0.1, 0.5],
    [0.6, 1.0, 0.2, 0.4],
    [0.1, 0.2, 1.0, 0.1],
    [0.5, 0.4, 0.1, 1.0],
]
HELD = [0, 1, 1, 0]


def given():
    """Return nothing: the numbers are in the text."""
    return {}


def answer():
    """Return the density around cars."""
    return density(HELD, NEAR)[0]


def wrong_counted():
    """Return the part of products held."""
    return sum(HELD) / 3


def wrong_mean():
    """Return the mean nearness of what is held."""
    return (NEAR[0][1] + NEAR[0][2]) / 2


def wrong_with_itself():
    """Return the density if cars counted as near to themselves."""
    return (NEAR[0][1] + NEAR[0][2]) / sum(NEAR[0])
