"""An owner who begins what is worth it, and nothing else, with its own money."""

REACHED_AT = {"horizon": 15.0, "objective_weight": 1.0, "covered_part": 0.0}


def _all_begun(readouts):
    return (readouts.missed < 0.5) & (readouts.worth > 3.5)


def goal(settings, readouts):
    """Return whether the right four are begun with a horizon of 15 years and no cover."""
    right = _all_begun(readouts) & (readouts.wasted < 0.5)
    return right & (settings.covered_part < 0.01) & (settings.horizon < 15.5)


def wasteful(settings, readouts):
    """Return whether a project is begun that is not worth it."""
    return readouts.wasted > 0.5


def covered(settings, readouts):
    """Return whether the right ones are begun, with somebody else's money."""
    return _all_begun(readouts) & (readouts.wasted < 0.5) & (settings.covered_part >= 0.01)


def long_view(settings, readouts):
    """Return whether the right ones are begun without cover, with a longer horizon."""
    right = _all_begun(readouts) & (readouts.wasted < 0.5)
    return right & (settings.covered_part < 0.01) & (settings.horizon >= 15.5)


def far_only(settings, readouts):
    """Return whether the owner looks far, counts nothing of what others gain, and misses some."""
    return (settings.horizon > 19.5) & (settings.objective_weight < 0.05) & (readouts.missed > 0.5)
