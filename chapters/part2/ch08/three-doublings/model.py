"""What three doublings leave of a price, and three ways to miss it."""

from nqpf.models.learning import cost_after_experience


def given():
    """Return the learning rate and the number of doublings."""
    return {"learning_rate": 0.18, "doublings": 3}


def answer(learning_rate, doublings):
    """Return the part of the first price that is left."""
    return cost_after_experience(learning_rate=learning_rate, experience_multiple=2.0**doublings)


def wrong_added(learning_rate, doublings):
    """Return what is left if the rate is always taken off the first price."""
    return 1 - doublings * learning_rate


def wrong_once(learning_rate):
    """Return what one doubling leaves."""
    return cost_after_experience(learning_rate=learning_rate, experience_multiple=2.0)


def wrong_eight_times(doublings):
    """Return the first price over how much more was made."""
    return 1 / 2**doublings
