"""A change of strategy that comes late and still comes."""

REACHED_AT = {"switching_point": 0.47}


def untouched(settings):
    """Return whether the start and the frontier's growth are as the explorer opens."""
    return (
        (settings.proximity > 0.19)
        & (settings.proximity < 0.21)
        & (settings.frontier_growth < 0.021)
    )


def goal(settings, readouts):
    """Return whether the change comes late and the economy still ends near the frontier."""
    return (settings.switching_point > 0.445) & (readouts.end > 0.8) & untouched(settings)


def never(settings, readouts):
    """Return whether the change is planned for a place that imitation does not reach."""
    return (readouts.comes > 1.5) & (readouts.comes < 2.5)


def elsewhere(settings, readouts):
    """Return whether the economy ends high, from another start or behind another frontier."""
    return (readouts.end > 0.8) & (settings.switching_point > 0.445)


def early(settings, readouts):
    """Return whether the economy ends high after an early change."""
    return readouts.end > 0.8
