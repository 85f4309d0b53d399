"""A point that keeps much and grows fast enough, at the costs of the start."""

REACHED_AT = {"home_part": 0.58}


def _as_given(settings):
    costs = (settings.home_drag > 0.0199) & (settings.home_setback > 0.099)
    chance = (settings.blockade_chance > 0.049) & (settings.blockade_chance < 0.051)
    return costs & chance & (settings.home_setback < 0.101) & (settings.home_drag < 0.0201)


def _good(readouts):
    return (readouts.growth >= 0.04) & (readouts.kept >= 0.95)


def goal(settings, readouts):
    """Return whether both are high enough at the costs of the start."""
    return _as_given(settings) & _good(readouts)


def for_nothing(settings, readouts):
    """Return whether both would still rise."""
    return (readouts.move < 0.5) & (readouts.kept < 0.95)


def too_far(settings, readouts):
    """Return whether both already fall."""
    return readouts.move > 1.5


def easier_world(settings, readouts):
    """Return whether it was reached by other costs or chances."""
    cheaper = (settings.home_drag < 0.0199) | (settings.home_setback < 0.099)
    return (cheaper | (settings.blockade_chance > 0.051)) & _good(readouts)
