"""The prosecution: productivity below a tenth of growth, on the other side's edition."""

REACHED_AT = {"edition": 0, "first_year": 2007, "last_year": 2019, "capital_share": 0.65}


def admitted(settings):
    """Return whether the edition is the one that the court has admitted: 11.0."""
    return settings.edition < 0.5


def goal(settings, readouts):
    """Return whether the case is won on the admitted edition."""
    return (readouts.share < 0.1) & admitted(settings)


def other_edition(settings, readouts):
    """Return whether the other edition does the work."""
    return (readouts.share < 0.1) & (settings.edition > 0.5)


def near(settings, readouts):
    """Return whether productivity is below a fifth of growth on the admitted edition."""
    return (readouts.share < 0.2) & admitted(settings)


def on_record(settings, readouts):
    """Return whether the capital share lies where it has been observed for China."""
    return (
        admitted(settings) & (settings.capital_share > 0.3849) & (settings.capital_share < 0.4551)
    )
