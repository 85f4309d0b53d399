"""A span over which carbon dioxide for each unit of output rose."""

REACHED_AT = {"first_year": 2001, "last_year": 2011}


def goal(settings, readouts):
    """Return whether the chosen measure is the relative one and rose clearly."""
    return (settings.measure < 0.5) & (readouts.change >= 0.1)


def in_all(settings, readouts):
    """Return whether the reader looks at carbon dioxide in all."""
    return settings.measure > 0.5


def less(settings, readouts):
    """Return whether the change is near nothing, or small."""
    return readouts.change > -0.05
