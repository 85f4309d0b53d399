"""The smallest local share at which a cluster outlasts its lead firm."""

REACHED_AT = {"local_share": 0.35, "leaving": 5}


def untouched(settings):
    """Return whether it leaves in year 5 and all but the local share is as the explorer opens."""
    return (
        (settings.leaving > 4.5)
        & (settings.leaving < 5.5)
        & (settings.supplier_local_share > 0.29)
        & (settings.supplier_local_share < 0.31)
        & (settings.density_elasticity > 0.039)
        & (settings.density_elasticity < 0.041)
    )


def lasts(readouts):
    """Return whether the cluster goes on."""
    return readouts.left > 50


def goal(settings, readouts):
    """Return whether the cluster lasts at the smallest share."""
    return untouched(settings) & lasts(readouts) & (settings.local_share < 0.36)


def more_than_needed(settings, readouts):
    """Return whether the cluster lasts at a larger share."""
    return untouched(settings) & lasts(readouts)


def dies(settings, readouts):
    """Return whether the cluster falls."""
    return readouts.left < 50


def moved(settings, readouts):
    """Return whether the cluster lasts in another case."""
    return lasts(readouts)
