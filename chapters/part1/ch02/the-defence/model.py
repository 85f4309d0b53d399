"""The defence: productivity above three tenths of growth, on the other side's edition."""

REACHED_AT = {"edition": 1, "first_year": 2003, "last_year": 2010}


def admitted(settings):
    """Return whether the edition is the one that the court has admitted: 10.01."""
    return settings.edition > 0.5


def on_record(settings):
    """Return whether the capital share lies where it has been observed for China."""
    return (settings.capital_share > 0.3849) & (settings.capital_share < 0.4551)


def goal(settings, readouts):
    """Return whether the case is won on the admitted edition, at a capital share on record."""
    return (readouts.share > 0.3) & admitted(settings) & on_record(settings)


def other_edition(settings, readouts):
    """Return whether the other edition does the work."""
    return (readouts.share > 0.3) & (settings.edition < 0.5)


def off_record(settings, readouts):
    """Return whether a capital share that nobody has observed does the work."""
    return (readouts.share > 0.3) & admitted(settings)


def near(settings, readouts):
    """Return whether productivity is above a sixth of growth on the admitted edition."""
    return (readouts.share > 0.17) & admitted(settings)
