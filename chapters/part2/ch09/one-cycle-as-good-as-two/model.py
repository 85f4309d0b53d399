"""One cycle with stronger links that does what two did."""

REACHED_AT = {"education_closed": 0, "finance_closed": 1, "cycle_link": 0.6}


def only_finance(settings):
    """Return whether the cycle through finance alone is closed."""
    return (settings.education_closed < 0.5) & (settings.finance_closed > 0.5)


def goal(settings, readouts):
    """Return whether one cycle brings technology to where two brought it."""
    return only_finance(settings) & (readouts.rest > 3.3) & (settings.cycle_link < 0.61)


def both(settings, readouts):
    """Return whether both cycles are closed."""
    return (
        (readouts.rest > 3.3) & (settings.education_closed > 0.5) & (settings.finance_closed > 0.5)
    )


def nearly(settings, readouts):
    """Return whether the right cycle is closed with links that are too weak or too strong."""
    return only_finance(settings)


def the_other(settings, readouts):
    """Return whether the cycle through education alone is closed."""
    return (settings.education_closed > 0.5) & (settings.finance_closed < 0.5)
