"""More growth from the same money."""

TARGET, WEIGHT = 0.027, 0.25


def _as_asked(settings):
    return (settings.basic_weight > WEIGHT - 0.01) & (settings.basic_weight < WEIGHT + 0.01)


def goal(settings, readouts):
    """Return whether growth is reached without money and with the weight as it was."""
    return (readouts.grown >= TARGET) & (settings.subsidy < 0.01) & _as_asked(settings)


def paid(settings, readouts):
    """Return whether growth is reached, but with a subsidy."""
    return (readouts.grown >= TARGET) & (settings.subsidy >= 0.01)


def close(settings, readouts):
    """Return whether growth without money is nearly there."""
    return (readouts.grown >= TARGET - 0.003) & (settings.subsidy < 0.01) & _as_asked(settings)


REACHED_AT = {"subsidy": 0.0, "internalised_share": 0.6}
