"""Cases in which research is among the levers that move the end most."""

REACHED_AT = {
    "absorption": 0.02,
    "proximity": 0.9,
    "research_returns": 1.0,
    "own_invention": 0.012,
}


def goal(settings, readouts):
    """Return whether research is among the first two, ahead of openness."""
    return (readouts.research < 2.5) & (readouts.research < readouts.openness)


def ahead_of_openness(settings, readouts):
    """Return whether research is ahead of openness, and not among the first two."""
    return (readouts.research < readouts.openness) & (readouts.research > 2.5)


def near(settings, readouts):
    """Return whether the frontier is near while openness still comes before research."""
    return (settings.proximity > 0.7) & (readouts.research > readouts.openness)
