"""The years that imitation takes from one proximity to another."""

from math import log

from nqpf.models.innovation.frontier import next_proximity, years_to_proximity


def given():
    """Return where the economy starts and is to go, and its strategy."""
    return {
        "proximity": 0.2,
        "switching_point": 0.45,
        "imitation": 0.06,
        "retention": 0.9,
        "frontier_growth": 0.02,
    }


answer = years_to_proximity


def wrong_at_first_pace(proximity, switching_point, imitation, retention, frontier_growth):
    """Return the years if every year added as much as the first."""
    first = next_proximity(
        proximity=proximity,
        imitation=imitation,
        retention=retention,
        frontier_growth=frontier_growth,
    )
    return (switching_point - proximity) / (first - proximity)


def wrong_frontier_stands(proximity, switching_point, imitation, retention):
    """Return the years if the frontier did not grow."""
    rest = imitation / (1 - retention)
    return log((rest - proximity) / (rest - switching_point)) / log(1 / retention)
