"""A small part bought abroad that costs much to lose at once."""

REACHED_AT = {
    "home_expenditure": 0.9,
    "foreign_price_multiple": 10.0,
    "soon_elasticity": 0.3,
    "later_elasticity": 6.0,
}


def goal(settings, readouts):
    """Return whether little trade costs much at once and little in time."""
    little = settings.home_expenditure > 0.895
    return little & (readouts.soon >= 0.2) & (readouts.later < 0.03)


def much_trade(settings, readouts):
    """Return whether much is bought abroad."""
    return (settings.home_expenditure <= 0.895) & (readouts.soon >= 0.2)


def lasting(settings, readouts):
    """Return whether the loss lasts."""
    little = settings.home_expenditure > 0.895
    return little & (readouts.soon >= 0.2) & (readouts.later >= 0.03)
