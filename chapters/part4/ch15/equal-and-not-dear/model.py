"""A split that is more equal and gives up little output."""

REACHED_AT = {"inland_part": 0.45}


def _as_set(settings):
    same = abs(settings.public_elasticity - 0.2) < 1e-6
    return same & (abs(settings.coast_strength - 0.65) < 1e-6)


def goal(settings, readouts):
    """Return whether the index is low enough and the price small."""
    return _as_set(settings) & (readouts.gini <= 0.21) & (readouts.below < 0.01)


def upper_arm(settings, readouts):
    """Return whether too much stands on the coast."""
    return settings.inland_part < readouts.efficient - 0.01


def dear(settings, readouts):
    """Return whether it is equal enough, at a price."""
    return _as_set(settings) & (readouts.gini <= 0.21) & (readouts.below >= 0.01)


def elsewhere(settings, readouts):
    """Return whether the aim is met in another case."""
    moved = abs(settings.public_elasticity - 0.2) + abs(settings.coast_strength - 0.65) > 1e-6
    return moved & (readouts.gini <= 0.21) & (readouts.below < 0.01)
