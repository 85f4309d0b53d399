"""An infant that learns fast, catches up and is not worth it."""

REACHED_AT = {"learning_rate": 0.25, "first_cost": 1.8, "world_fall": 0.04}


def fails_bastable(readouts):
    """Return whether it catches up and is not worth it."""
    return (readouts.verdict > 0.5) & (readouts.verdict < 1.5)


def goal(settings, readouts):
    """Return whether a fast learner that starts near fails Bastable's test alone."""
    return (
        fails_bastable(readouts) & (settings.learning_rate > 0.235) & (settings.first_cost < 1.85)
    )


def never(settings, readouts):
    """Return whether it never catches up."""
    return readouts.verdict < 0.5


def slow(settings, readouts):
    """Return whether a slow learner fails Bastable's test."""
    return fails_bastable(readouts) & (settings.learning_rate < 0.235)


def cheap(settings, readouts):
    """Return whether a fast learner fails because it starts far off."""
    return fails_bastable(readouts) & (settings.first_cost > 1.85)
