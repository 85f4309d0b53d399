"""Capacity that serves all in year 10 and stands idle nowhere."""

REACHED_AT = {"capacity": 1.4, "inland_part": 0.35, "growth": 0.05, "year": 10.0}


def _as_asked(settings):
    return (abs(settings.growth - 0.05) < 1e-6) & (abs(settings.year - 10) < 1e-6)


def goal(settings, readouts):
    """Return whether nearly all is met, and nearly all is used in both places."""
    used = (readouts.coast >= 0.9) & (readouts.inland >= 0.9)
    return _as_asked(settings) & used & (readouts.served >= 0.98)


def outrun(settings, readouts):
    """Return whether all is met with much idle somewhere."""
    idle = (readouts.coast < 0.9) | (readouts.inland < 0.9)
    return _as_asked(settings) & idle & (readouts.served >= 0.98)


def full(settings, readouts):
    """Return whether all is used, with some not served."""
    used = (readouts.coast >= 0.9) & (readouts.inland >= 0.9)
    return _as_asked(settings) & used & (readouts.served < 0.98)


def easier(settings, readouts):
    """Return whether the aim is met under other conditions."""
    used = (readouts.coast >= 0.9) & (readouts.inland >= 0.9)
    other = (abs(settings.growth - 0.05) >= 1e-6) | (abs(settings.year - 10) >= 1e-6)
    return other & used & (readouts.served >= 0.98)
