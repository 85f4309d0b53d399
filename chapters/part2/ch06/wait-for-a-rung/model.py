"""The expected wait for a breakthrough."""


def given():
    """Return breakthroughs a year if all did research, and the part that does."""
    return {"arrival_rate": 0.25, "researchers": 0.32}


def answer(arrival_rate, researchers):
    """Return one over the expected number a year."""
    return 1 / (arrival_rate * researchers)


def wrong_everybody(arrival_rate):
    """Return the wait if all did research."""
    return 1 / arrival_rate


def wrong_in_a_year(arrival_rate, researchers):
    """Return the expected number a year."""
    return arrival_rate * researchers


def wrong_adding(arrival_rate, researchers):
    """Return the wait when rate and share are added."""
    return 1 / (arrival_rate + researchers)
