"""The least penalty at which a cap is kept."""

from nqpf.models.allocation.subsidy_race import gain_from_breaking, penalty_that_holds


def given():
    """Return the cap, the chance, and what a breach brings."""
    return {"cap": 0.4, "chance": 0.25, "gain": gain_from_breaking(support_cap=0.4)}


def answer(cap, chance):
    """Return the penalty."""
    return penalty_that_holds(support_cap=cap, chance_found=chance)


def wrong_gain_alone(gain):
    """Return what a breach brings."""
    return gain


def wrong_times(gain, chance):
    """Return the gain times the chance."""
    return gain * chance


def wrong_no_half(cap, chance):
    """Return the penalty without the half."""
    return (1 - cap) ** 2 / chance
