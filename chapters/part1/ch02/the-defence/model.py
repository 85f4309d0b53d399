"""The defence: productivity above three tenths of growth, on the other side's series."""

REACHED_AT = {"first_year": 2003, "last_year": 2010}


def admitted(settings):
    """Return whether the series is the one that the court has admitted: the Penn World Table."""
    return settings.series < 0.5


def on_record(settings):
    """Return whether the capital share lies where it has been observed for China."""
    return (settings.capital_share > 0.3849) & (settings.capital_share < 0.4551)


def goal(settings, readouts):
    """Return whether the case is won on the admitted series, at a capital share on record."""
    return (readouts.share > 0.3) & admitted(settings) & on_record(settings)


def other_series(settings, readouts):
    """Return whether another series does the work."""
    return (readouts.share > 0.3) & (settings.series > 0.5)


def off_record(settings, readouts):
    """Return whether a capital share that nobody has observed does the work."""
    return (readouts.share > 0.3) & admitted(settings)


def near(settings, readouts):
    """Return whether productivity is above a sixth of growth on the admitted series."""
    return (readouts.share > 0.17) & admitted(settings)
