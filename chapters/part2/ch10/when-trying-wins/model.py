"""Cases in which a market that tries beats a plan that picks, and the other way about."""

REACHED_AT = {"signal_reliability": 0.5, "route_cost": 1.0, "routes": 3.0, "split_loss": 0.0}


def goal(settings, readouts):
    """Return whether trying leads by at least 3 although signals are half reliable."""
    return (readouts.lead <= -3) & (settings.signal_reliability > 0.495)


def blind(settings, readouts):
    """Return whether trying leads, over a planner that sees less than half."""
    return (readouts.lead <= -3) & (settings.signal_reliability <= 0.495)


def short(settings, readouts):
    """Return whether trying leads by less, against a planner that sees half."""
    return (readouts.lead > -3) & (readouts.lead < 0) & (settings.signal_reliability > 0.495)
