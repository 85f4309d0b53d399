"""The pair that policies tear apart."""

REACHED_AT = {"pair": 8, "weight": 0.3}


def goal(settings, readouts):
    """Return whether the pair is torn and its supporter turns against two policies."""
    return (readouts.torn > 0.5) & (readouts.below > 1.5)


def against_only(settings, readouts):
    """Return whether a supporter is against policies that tear nothing."""
    return (readouts.torn < 0.5) & (readouts.below > 0.5)


def torn_only(settings, readouts):
    """Return whether the pair is torn, at a weight that turns against nobody."""
    return (readouts.torn > 0.5) & (readouts.below < 1.5)
