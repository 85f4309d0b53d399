"""Worlds with a high degree of coordination and hardly any synergy."""

REACHED_AT = {
    "structure": 0.5,
    "capacity": 0.5,
    "security": 0.5,
    "elasticity_of_substitution": 3.0,
}


def goal(_settings, readouts):
    """Return whether degree and gain are high and synergy is a small part of the gain."""
    return (
        (readouts.usual >= 0.7)
        & (readouts.whole >= 0.45)
        & (readouts.synergy < 0.1 * readouts.whole)
    )


def helping(_settings, readouts):
    """Return whether degree and gain are high and synergy is too."""
    return (readouts.usual >= 0.7) & (readouts.whole >= 0.45)


def full(_settings, readouts):
    """Return whether the degree is high and there is little left to gain."""
    return (readouts.usual >= 0.7) & (readouts.synergy < 0.1 * readouts.whole)
