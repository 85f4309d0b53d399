"""A car plant that goes on with small stocks and a second supplier who is soon there."""

REACHED_AT = {"stock": 10.0, "detour_days": 35.0}


def _runs(readouts):
    return readouts.lost <= 5.01


def _rare_earths(settings):
    return settings.broken < 0.5


def goal(settings, readouts):
    """Return whether few days are lost with little stock and the long outage."""
    kept = (settings.stock <= 10.01) & (settings.outage_days > 74.9)
    return _runs(readouts) & _rare_earths(settings) & kept


def full_shelves(settings, readouts):
    """Return whether large stocks do it."""
    return _runs(readouts) & _rare_earths(settings) & (settings.stock > 10.01)


def luckier(settings, readouts):
    """Return whether the outage was made shorter."""
    return _runs(readouts) & _rare_earths(settings) & (settings.outage_days <= 74.9)


def elsewhere(settings, readouts):
    """Return whether another supplier was broken."""
    return _runs(readouts) & (settings.broken > 0.5)
