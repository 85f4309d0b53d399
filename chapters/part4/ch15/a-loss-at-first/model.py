"""A transformation that pays in the end and is below its start in year 6."""

REACHED_AT = {
    "year": 6.0,
    "intangible_elasticity": 0.05,
    "investment_after": 0.06,
    "intangible_depreciation": 0.05,
}


def goal(settings, readouts):
    """Return whether it pays in the end and is still below its start."""
    pays = settings.intangible_elasticity > readouts.least + 0.001
    return pays & (settings.year > 5.5) & (readouts.seen < 0)


def waste(settings, readouts):
    """Return whether it is below its start for ever."""
    never = settings.intangible_elasticity <= readouts.least + 0.001
    return never & (settings.year > 5.5)


def early(settings, readouts):
    """Return whether it pays, and is looked at too early or too late."""
    pays = settings.intangible_elasticity > readouts.least + 0.001
    return pays & ((settings.year <= 5.5) | (readouts.seen >= 0))
