"""A rise of the whole with ten points in the factory city."""

REACHED_AT = {"place": 0, "raised": 2}


def gained(readouts):
    """Return whether the points add at least four points to the whole."""
    return readouts.own > 0.04


def goal(settings, readouts):
    """Return whether ten points lift the factory city by four points."""
    return (
        gained(readouts)
        & (settings.place < 0.5)
        & (settings.more < 0.11)
        & (settings.link_exponent < -3.9)
        & (settings.link_exponent > -4.1)
    )


def elsewhere(settings, readouts):
    """Return whether the whole rises in another place."""
    return gained(readouts) & (settings.place > 0.5)


def softened(settings, readouts):
    """Return whether the whole rises at another exponent."""
    return gained(readouts) & ((settings.link_exponent > -3.9) | (settings.link_exponent < -4.1))


def too_much(settings, readouts):
    """Return whether it takes more than ten points."""
    return gained(readouts) & (settings.more > 0.11)
