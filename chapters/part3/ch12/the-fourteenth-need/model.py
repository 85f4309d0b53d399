"""The number of needs from which a product is more likely not made."""

from nqpf.models.structure.completeness import chance_of_complete_set

HELD = 0.95


def given():
    """Return the chance of each capability."""
    return {"held": HELD}


def answer(held):
    """Return the first whole number with a chance below a half."""
    return next(
        number
        for number in range(1, 61)
        if chance_of_complete_set(capability_chance=held, capabilities_needed=float(number)) < 0.5
    )


def wrong_half_of_gap(held):
    """Return how many gaps, added up, make a half."""
    return round(0.5 / (1 - held))


def wrong_one_gap(held):
    """Return how many needs make one gap expected."""
    return round(1 / (1 - held))
