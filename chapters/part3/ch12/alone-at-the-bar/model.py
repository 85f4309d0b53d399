"""The bar at which one place passes in every section."""

REACHED_AT = {"bar": 7, "country": 4}


def _alone(readouts):
    return (readouts.complete > 0.5) & (readouts.complete < 1.5)


def goal(settings, readouts):
    """Return whether one place alone passes everywhere, and one that misses once is shown."""
    return _alone(readouts) & (readouts.own > 19.5) & (readouts.own < 20.5)


def winner(settings, readouts):
    """Return whether one place alone passes everywhere."""
    return _alone(readouts)


def several(settings, readouts):
    """Return whether a few pass."""
    return (readouts.complete > 1.5) & (readouts.complete < 10)


def none(settings, readouts):
    """Return whether nobody passes."""
    return readouts.complete < 0.5
