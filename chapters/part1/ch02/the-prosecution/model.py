"""The prosecution: productivity below a tenth of growth, on the other side's series."""

REACHED_AT = {"series": 1, "first_year": 2007, "last_year": 2015, "capital_share": 0.65}


def admitted(settings):
    """Return whether the series is the one that the court has admitted: the official one."""
    return (settings.series > 0.5) & (settings.series < 1.5)


def goal(settings, readouts):
    """Return whether the case is won on the admitted series."""
    return (readouts.share < 0.1) & admitted(settings)


def other_series(settings, readouts):
    """Return whether another series does the work."""
    return (readouts.share < 0.1) & ((settings.series < 0.5) | (settings.series > 1.5))


def near(settings, readouts):
    """Return whether productivity is below a fifth of growth on the admitted series."""
    return (readouts.share < 0.2) & admitted(settings)


def on_record(settings, readouts):
    """Return whether the capital share lies where it has been observed for China."""
    return (
        admitted(settings) & (settings.capital_share > 0.3849) & (settings.capital_share < 0.4551)
    )
