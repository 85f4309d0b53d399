"""Growth led by productivity, under the plain convention and a usual capital share."""

REACHED_AT = {"output_growth": 0.08, "capital_growth": 0.055, "capital_share": 0.4}


def goal(settings, readouts):
    """Return whether productivity is seven tenths of growth without a change of convention."""
    return (readouts.share >= 0.7) & (settings.credit < 0.5) & (settings.capital_share >= 0.3999)


def credited(settings, readouts):
    """Return whether induced capital is credited to productivity."""
    return settings.credit > 0.5


def low_share(settings, readouts):
    """Return whether the capital share is below the range of the question."""
    return settings.capital_share < 0.3999


def near(settings, readouts):
    """Return whether productivity is above half of growth."""
    return readouts.share > 0.5
