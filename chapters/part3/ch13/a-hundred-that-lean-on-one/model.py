"""Volatility of output where all inputs come from one sector."""

from math import sqrt

from nqpf.models.structure.production_networks import aggregate_volatility, influence


def spread(shares, labour, shock):
    """Return the standard deviation of output with these shares of inputs."""
    return aggregate_volatility(influence(shares, labour_share=labour), sector_volatility=shock)


def given():
    """Return the sectors, the shock, and the answer for even purchases."""
    case = {"sectors": 100.0, "shock": 0.1, "labour": 0.5}
    count = int(case["sectors"])
    return case | {"even": spread([[1 / count] * count] * count, 0.5, 0.1)}


def answer(sectors, shock, labour):
    """Return the standard deviation with one sector behind all."""
    count = int(sectors)
    return spread([[1.0] + [0.0] * (count - 1)] * count, labour, shock)


def wrong_law_of_large_numbers(sectors, shock):
    """Return the shock over the root of the number."""
    return shock / sqrt(sectors)


def wrong_no_averaging(shock):
    """Return the shock of one sector."""
    return shock
