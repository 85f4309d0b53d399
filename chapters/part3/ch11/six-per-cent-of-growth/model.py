"""A division that grows by six per cent and varies by eight at most."""

REACHED_AT = {"high_tech": 0.25, "emerging": 0.2, "future": 0.1, "shared_risk": 0.3}


def usual(settings):
    """Return whether the correlation is that of the start."""
    return (settings.shared_risk > 0.28) & (settings.shared_risk < 0.32)


def fast(readouts):
    """Return whether growth is six per cent, as it is shown."""
    return readouts.growth > 0.0595


def steady(readouts):
    """Return whether the whole varies by eight per cent at most."""
    return readouts.risk < 0.0805


def goal(settings, readouts):
    """Return whether both are met in the usual world."""
    return fast(readouts) & steady(readouts) & usual(settings)


def too_much_risk(settings, readouts):
    """Return whether growth is enough and risk too high."""
    return fast(readouts) & (readouts.risk >= 0.0805) & usual(settings)


def too_slow(settings, readouts):
    """Return whether risk is low enough and growth too low, away from the start."""
    return steady(readouts) & (readouts.growth <= 0.0595) & usual(settings)


def other_world(settings, readouts):
    """Return whether both are met with another correlation."""
    return fast(readouts) & steady(readouts) & (settings.shared_risk <= 0.28)
