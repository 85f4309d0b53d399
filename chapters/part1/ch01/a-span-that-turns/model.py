"""A span over which carbon for each unit of output rose by one edition and fell by the other."""

REACHED_AT = {"first_year": 2001, "last_year": 2011}


def goal(settings, readouts):
    """Return whether it rose clearly by the older edition and fell by the newer."""
    return (readouts.older >= 0.1) & (readouts.newer < 0)


def less(settings, readouts):
    """Return whether the change by the older edition is near nothing, or small."""
    return readouts.older > -0.05


def both_fell(settings, readouts):
    """Return whether it fell clearly by both editions."""
    return (readouts.older <= -0.05) & (readouts.newer < 0)
