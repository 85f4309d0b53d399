"""The stages from steel to final use, as the mean over where it goes."""

from nqpf.models.structure.linkages import upstreamness


def given():
    """Return where steel goes."""
    return {"to_buyers": 0.1, "to_cars": 0.3, "to_parts": 0.6}


def answer(to_cars, to_parts):
    """Return the stages of steel in the table of steel, parts and cars."""
    steel, parts, cars = 100.0, 100.0, 200.0
    flows = [[0.0, steel * to_parts, steel * to_cars], [0.0, 0.0, parts], [0.0, 0.0, 0.0]]
    return upstreamness(flows, [steel, parts, cars])[0]


def wrong_one_more(to_buyers, to_cars, to_parts):
    """Return the mean number of stages between."""
    return 0 * to_buyers + 1 * to_cars + 2 * to_parts


def wrong_longest():
    """Return the longest way."""
    return 3.0


def wrong_plain_mean():
    """Return the mean of the three ways."""
    return 2.0
