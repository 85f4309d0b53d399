"""How many doublings close a gap in cost."""

from math import ceil

from nqpf.models.learning import cost_after_experience

CASE = {"own": 200.0, "abroad": 100.0, "rate": 0.2}


def given():
    """Return the two costs and the learning rate."""
    return CASE


def answer(own, abroad, rate):
    """Return the first whole number of doublings at which the home cost is no higher."""
    return next(
        doublings
        for doublings in range(1, 30)
        if own * cost_after_experience(learning_rate=rate, experience_multiple=2.0**doublings)
        <= abroad
    )


def wrong_added(own, abroad, rate):
    """Return the doublings if each took off the same amount."""
    return ceil((own - abroad) / (own * rate))


def wrong_one():
    """Return one doubling."""
    return 1
