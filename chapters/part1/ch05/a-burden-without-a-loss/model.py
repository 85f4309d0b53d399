"""The same wedge on both firms costs nothing."""

REACHED_AT = {"other_wedge": 0.5}


def goal(settings, readouts):
    """Return whether nothing is lost although the better firm bears a high wedge."""
    return (readouts.loss < 0.001) & (settings.better_wedge > 0.49) & (settings.ratio > 1.45)


def removed(settings, readouts):
    """Return whether nothing is lost because the wedge was taken away."""
    return (readouts.loss < 0.001) & (settings.better_wedge < 0.49)


def near(settings, readouts):
    """Return whether little is lost."""
    return (readouts.loss < 0.01) & (readouts.loss > 0.001)
