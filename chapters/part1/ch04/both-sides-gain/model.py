"""A change of owners that pays people much more and the firm no less."""

REACHED_AT = {"people": 0.45, "outside_value": 0.4, "people_share": 0.95}


def enough(readouts):
    """Return whether people get two and a half times what they had."""
    return readouts.people_new >= 2.5 * readouts.people_before


def firm_signs(readouts):
    """Return whether the firm gets no less than at first."""
    return readouts.firm_new >= readouts.firm_before


def same_power(settings):
    """Return whether people's power in bargaining is what it was."""
    return (settings.people_power > 0.1999) & (settings.people_power < 0.2001)


def goal(settings, readouts):
    """Return whether both sides sign, at the same bargaining power."""
    return enough(readouts) & firm_signs(readouts) & same_power(settings)


def power_moved(settings, readouts):
    """Return whether both sides sign, but bargaining power was moved."""
    return enough(readouts) & firm_signs(readouts)


def firm_loses(settings, readouts):
    """Return whether people gain enough."""
    return enough(readouts)


def people_gain_little(settings, readouts):
    """Return whether the firm would sign."""
    return firm_signs(readouts)
