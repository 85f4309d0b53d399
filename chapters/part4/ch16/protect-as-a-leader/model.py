"""A country that protects half of an invention's value of its own accord."""

REACHED_AT = {"home_inventions": 1.0, "home_market": 0.3, "protection_abroad": 0.3}


def _met_abroad(settings):
    return settings.protection_abroad > 0.295


def goal(settings, readouts):
    """Return whether at least half is best, with 30% of the market and of protection abroad."""
    return (readouts.best > 0.495) & (settings.home_market < 0.305) & _met_abroad(settings)


def alone(settings, readouts):
    """Return whether at least half is best in a larger market."""
    return (readouts.best > 0.495) & (settings.home_market >= 0.305)


def unprotected(settings, readouts):
    """Return whether at least half is best because others protect next to nothing."""
    small = settings.home_market < 0.305
    return (readouts.best > 0.495) & small & (settings.protection_abroad <= 0.295)


def nearly(settings, readouts):
    """Return whether some protection is best, in a market that is small enough."""
    return (readouts.best > 0.005) & (readouts.best <= 0.495) & (settings.home_market < 0.305)
