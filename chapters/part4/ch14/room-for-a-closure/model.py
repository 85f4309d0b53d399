"""The least room with which a closed main route harms nobody."""

REACHED_AT = {"closed": 2, "concentration": 0.8, "room": 1.4}


def _supplied(readouts):
    return readouts.lost < 1e-6


def goal(settings, readouts):
    """Return whether nobody goes short with the main route closed and little room."""
    main = (settings.closed > 1.5) & (settings.closed < 2.5)
    return _supplied(readouts) & main & (settings.concentration > 0.79) & (settings.room < 1.41)


def spread_out(settings, readouts):
    """Return whether production was spread out."""
    main = (settings.closed > 1.5) & (settings.closed < 2.5)
    return _supplied(readouts) & main & (settings.concentration <= 0.79)


def too_wide(settings, readouts):
    """Return whether there is more room than needed."""
    main = (settings.closed > 1.5) & (settings.closed < 2.5)
    return _supplied(readouts) & main & (settings.room >= 1.41)


def other_route(settings, readouts):
    """Return whether nobody goes short because another route or none is closed."""
    return _supplied(readouts) & ((settings.closed < 1.5) | (settings.closed > 2.5))
