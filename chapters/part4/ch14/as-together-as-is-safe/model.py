"""As much concentration as a closed main route leaves harmless."""

REACHED_AT = {"closed": 2, "concentration": 0.6, "room": 1.0}


def _main(settings):
    return (settings.closed > 1.5) & (settings.closed < 2.5)


def _supplied(readouts):
    return readouts.lost < 1e-6


def goal(settings, readouts):
    """Return whether plants gain and nobody goes short, at the usual room."""
    gains = (readouts.gain >= 0.025) & (settings.room < 1.01)
    return _supplied(readouts) & _main(settings) & gains


def too_little(settings, readouts):
    """Return whether nobody goes short and plants gain little."""
    return _supplied(readouts) & _main(settings) & (readouts.gain < 0.025)


def widened(settings, readouts):
    """Return whether routes were widened."""
    return _supplied(readouts) & _main(settings) & (settings.room >= 1.01)


def no_closure(settings, readouts):
    """Return whether another route or none is closed."""
    elsewhere = (settings.closed < 1.5) | (settings.closed > 2.5)
    return elsewhere & (readouts.gain >= 0.025)
