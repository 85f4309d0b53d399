"""What one per cent of missing capabilities costs products that need many."""

from nqpf.models.structure.completeness import chance_of_complete_set

HELD, NEEDED = 0.99, 30.0


def given():
    """Return the gap, what a product needs, and what is lost, right and added up."""
    whole = chance_of_complete_set(capability_chance=HELD, capabilities_needed=NEEDED)
    return {
        "gap": 1 - HELD,
        "needed": NEEDED,
        "lost": 1 - whole,
        "added": NEEDED * (1 - HELD),
    }
