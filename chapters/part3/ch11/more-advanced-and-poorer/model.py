"""A structure that is more advanced by its measure, and poorer."""

REACHED_AT = {"leavers": 0.1, "to_industry": 0.0, "industry": -0.2, "services": -0.3}


def rises(readouts):
    """Return whether services over industry rise by more than rounding shows."""
    return readouts.after > readouts.before + 0.005


def goal(settings, readouts):
    """Return whether the measure rises and output per worker falls while people leave farms."""
    return rises(readouts) & (readouts.whole < -0.0005) & (settings.leavers > 0.095)


def nobody_leaves(settings, readouts):
    """Return whether it is reached with fewer than a tenth leaving."""
    return rises(readouts) & (readouts.whole < -0.0005) & (settings.leavers <= 0.095)


def poorer_only(settings, readouts):
    """Return whether output per worker falls and the measure does not rise."""
    return (readouts.whole < -0.0005) & (readouts.after <= readouts.before + 0.005)


def advanced_only(settings, readouts):
    """Return whether the measure rises and output per worker does not fall."""
    return rises(readouts) & (readouts.whole >= -0.0005)
