"""Growth led by productivity, under the plain convention and a usual capital share."""

REACHED_AT = {"capital_growth": 0.055}


def goal(settings, readouts):
    """Return whether productivity is more than half of growth without a change of convention."""
    return (readouts.share >= 0.55) & (settings.credit < 0.5) & (settings.capital_share >= 0.4999)


def credited(settings, readouts):
    """Return whether induced capital is credited to productivity."""
    return settings.credit > 0.5


def low_share(settings, readouts):
    """Return whether the capital share is below the range of the question."""
    return settings.capital_share < 0.4999


def near(settings, readouts):
    """Return whether productivity is above two fifths of growth."""
    return readouts.share > 0.4
