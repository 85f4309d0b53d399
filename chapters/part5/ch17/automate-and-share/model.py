"""Cases in which more is done by machines and nobody is worse placed than before."""

REACHED_AT = {
    "automated_tasks": 0.5,
    "wage_floor": 1.2,
    "capital_per_person": 2.0,
    "transfer_rate": 0.4,
}


def machines(settings):
    """Return whether machines do at least half of the tasks."""
    return settings.automated_tasks > 0.495


def goal(settings, readouts):
    """Return whether all work, for no less than before, and no less equally."""
    return (
        machines(settings)
        & (readouts.employed > 0.9995)
        & (readouts.wage >= readouts.wage_before)
        & (readouts.gini <= readouts.gini_before + 1e-9)
    )


def jobless(settings, readouts):
    """Return whether some have no work."""
    return machines(settings) & (readouts.employed <= 0.9995)


def poorer(settings, readouts):
    """Return whether all work for less than before."""
    return (
        machines(settings) & (readouts.employed > 0.9995) & (readouts.wage < readouts.wage_before)
    )


def unequal(settings, readouts):
    """Return whether all work for more, and incomes are less equal than before."""
    return (
        machines(settings)
        & (readouts.employed > 0.9995)
        & (readouts.wage >= readouts.wage_before)
        & (readouts.gini > readouts.gini_before + 1e-9)
    )
