"""The chance that a set of needs is whole, drawn."""

from nqpf.models.structure.completeness import chance_of_complete_set


def given(draw):
    """Return how likely each capability is held and how many are needed."""
    return {"held": draw.pick([0.9, 0.92, 0.95, 0.97]), "needed": float(draw.whole(4, 12))}


def answer(held, needed):
    """Return the chance that all are there."""
    return chance_of_complete_set(capability_chance=held, capabilities_needed=needed)


def wrong_one(held):
    """Return the chance of one capability."""
    return held


def wrong_added(held, needed):
    """Return the whole less each gap in full."""
    return 1 - needed * (1 - held)


def wrong_any(held, needed):
    """Return the chance that at least one is there."""
    return 1 - (1 - held) ** needed


def reject(held, needed):
    """Return whether a mistake comes near the answer or leaves the range."""
    right = answer(held, needed)
    return abs(wrong_added(held, needed) - right) < 0.03 or wrong_added(held, needed) < 0
