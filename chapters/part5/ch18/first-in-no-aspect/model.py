"""Settings in which the country chosen leads the index and no aspect by itself."""

REACHED_AT = {"aspect": 2, "times": 8, "way": 1, "country": 0}
ASPECTS = ("advanced", "complete", "secure", "open", "inclusive")
GERMANY, BRITAIN = 1, 3


def leads_none(readouts):
    """Return whether the country is first by itself in none of the five; a tie is no lead."""
    found = readouts.advanced > 1.25
    for name in ASPECTS[1:]:
        found = found & (getattr(readouts, name) > 1.25)
    return found


def leads(readouts):
    """Return whether the country is first in the index."""
    return readouts.rank < 1.25


def another(settings):
    """Return whether the country is neither Germany nor Britain."""
    return (abs(settings.country - GERMANY) > 0.5) & (abs(settings.country - BRITAIN) > 0.5)


def goal(settings, readouts):
    """Return whether another country leads the index and no aspect."""
    return leads(readouts) & leads_none(readouts) & another(settings)


def easy(_settings, readouts):
    """Return whether Germany or Britain does; the goal has been asked before."""
    return leads(readouts) & leads_none(readouts)


def leads_one(_settings, readouts):
    """Return whether the country leads the index, and so an aspect too."""
    return leads(readouts)


def near(_settings, readouts):
    """Return whether it is second or third and leads in none."""
    return (readouts.rank < 3.25) & leads_none(readouts)
