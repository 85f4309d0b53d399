"""A race in which one team is as good as any number."""

REACHED_AT = {"starting_cost": 12.0, "success_rate": 0.15, "discount_rate": 0.02}


def _between(settings):
    return (settings.success_rate > 0.095) & (settings.success_rate < 0.155)


def goal(settings, readouts):
    """Return whether the best number of teams is one, with a chance of 10% to 15% a year."""
    return (readouts.most < 1.05) & _between(settings)


def quick(settings, readouts):
    """Return whether one team is best because its chance is high."""
    return (readouts.most < 1.05) & (settings.success_rate >= 0.155)


def nearly(settings, readouts):
    """Return whether the best number lies below two."""
    return (readouts.most >= 1.05) & (readouts.most < 2)
