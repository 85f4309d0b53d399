"""A learning rate of a fifth without any learning."""

REACHED_AT = {"learning_rate": 0.0, "autonomous_fall": 0.08, "demand_growth": 0.1}


def goal(settings, readouts):
    """Return whether the record shows a fifth although volume does nothing."""
    return (readouts.apparent > 0.1999) & (settings.learning_rate < 0.005)


def learning_left(settings, readouts):
    """Return whether the record shows a fifth with learning."""
    return (readouts.apparent > 0.1999) & (settings.learning_rate > 0.005)


def near(settings, readouts):
    """Return whether the record shows much without learning."""
    return (readouts.apparent > 0.15) & (settings.learning_rate < 0.005)
