"""One grade fewer, and nothing must carry both labels."""

from nqpf.algebra import maximum

REACHED_AT = {"leading": 10, "arrangement": 1}


def changed(settings):
    """Return by how much the counts differ from those reported."""
    first, second = settings.leading - 11, settings.secure - 16
    return maximum(first, -first) + maximum(second, -second)


def goal(settings, readouts):
    """Return whether one change made the bound vanish and all leaders are secure."""
    return (readouts.least < 0.5) & (changed(settings) < 1.5) & (readouts.exposed < 0.5)


def far(settings, readouts):
    """Return whether the bound vanished by more than one change."""
    return (readouts.least < 0.5) & (changed(settings) > 1.5)


def vanished(settings, readouts):
    """Return whether the bound vanished."""
    return readouts.least < 0.5
