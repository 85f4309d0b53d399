"""Subsidies that turn research for good without waste."""

REACHED_AT = {
    "turn_year": 5.0,
    "clean_elasticity": 3.0,
    "research_subsidy": 1.9,
    "subsidy_years": 41.0,
}


def late(settings):
    """Return whether the subsidy begins in year 5 or later."""
    return settings.turn_year > 4.5


def goal(settings, readouts):
    """Return whether research turns for good, with little to spare."""
    return (
        late(settings)
        & (readouts.outcome > 1.5)
        & (readouts.paid <= readouts.needed + 0.2)
        & (readouts.years <= readouts.lasting + 2)
    )


def small(settings, readouts):
    """Return whether the subsidy is too small."""
    return late(settings) & (readouts.outcome < 0.5)


def short(settings, readouts):
    """Return whether it stops too soon."""
    return late(settings) & (readouts.outcome > 0.5) & (readouts.outcome < 1.5)


def wasteful(settings, readouts):
    """Return whether it works and is larger or longer than it had to be."""
    return (
        late(settings)
        & (readouts.outcome > 1.5)
        & ((readouts.paid > readouts.needed + 0.2) | (readouts.years > readouts.lasting + 2))
    )
