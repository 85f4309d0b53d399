"""Use and demand met when half of all capacity stands inland, where demand is small."""

from nqpf.explorers import explorer


def given():
    """Return the case of the explorer's start, and what becomes of it."""
    said = explorer("built-ahead").readouts(year=10)
    start = explorer("built-ahead").start
    return {
        "over": start["capacity"],
        "coast_part": 0.7,
        "inland_part": start["inland_part"],
        "coast_growth": 0.02,
        "inland_growth": start["growth"],
        "before": said["before"],
        "after": said["inland"],
        "first": said["first"],
        "later": said["served"],
    }
