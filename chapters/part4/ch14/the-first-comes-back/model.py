"""A first bound that is put off by saving few requirements fast enough."""

REACHED_AT = {"steps": 4.0, "saving": 0.03, "wanted_growth": 0.04}


def _far(readouts):
    return readouts.years >= 17


def goal(settings, readouts):
    """Return whether four requirements suffice at a growth of 4%."""
    return _far(readouts) & (settings.steps < 4.5) & (settings.wanted_growth > 0.039)


def comes_back(settings, readouts):
    """Return whether labour, though saved, binds again."""
    labour = (readouts.need < 0.5) & (settings.steps > 2.5) & (settings.steps < 4.5)
    return labour & (readouts.years < 17) & (settings.wanted_growth > 0.039)


def slower(settings, readouts):
    """Return whether it is far off because less growth is wanted."""
    return _far(readouts) & (settings.wanted_growth <= 0.039)


def all_of_them(settings, readouts):
    """Return whether more than four are saved."""
    return _far(readouts) & (settings.steps > 4.5) & (settings.wanted_growth > 0.039)
