"""The same wedge on both firms costs nothing."""

REACHED_AT = {"other_wedge": 0.5}


def untouched(settings):
    """Return whether the firms and their goods are as the explorer opens."""
    elasticity = settings.elasticity_of_substitution
    return (
        (settings.ratio > 1.95)
        & (settings.ratio < 2.05)
        & (elasticity > 2.95)
        & (elasticity < 3.05)
    )


def goal(settings, readouts):
    """Return whether nothing is lost although the better firm bears a high wedge."""
    return (readouts.loss < 0.001) & (settings.better_wedge > 0.49) & untouched(settings)


def removed(settings, readouts):
    """Return whether nothing is lost because the wedge was taken away."""
    return (readouts.loss < 0.001) & (settings.better_wedge < 0.49)


def elsewhere(settings, readouts):
    """Return whether nothing is lost, but with other firms or other goods."""
    return (readouts.loss < 0.001) & (settings.better_wedge > 0.49)


def near(settings, readouts):
    """Return whether little is lost."""
    return readouts.loss < 0.01
