"""A hundred gaps that a coarse ruler does not show."""

REACHED_AT = {"presence": 0.84, "ruler": 4}


def goal(settings, readouts):
    """Return whether a hundred are missing and the ruler is nearly sure to show none."""
    return (readouts.missing > 99.95) & (readouts.all >= 0.95)


def too_whole(settings, readouts):
    """Return whether the ruler shows none because few are missing."""
    return (readouts.missing <= 99.95) & (readouts.all >= 0.95)


def gaps_show(settings, readouts):
    """Return whether a hundred are missing and the ruler may show it."""
    return (readouts.missing > 99.95) & (readouts.all < 0.95)
