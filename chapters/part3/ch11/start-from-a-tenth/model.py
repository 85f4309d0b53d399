"""A platform that starts small and beats a pipeline in the end."""

REACHED_AT = {"members": 0.1, "buyer_price": 0.25, "seller_price": 0.02, "pipeline_margin": 0.3}


def beats(readouts):
    """Return whether the platform comes to stay and earns more in the last period."""
    return (readouts.fate > 1.5) & (readouts.earns > readouts.pipeline)


def usual(settings):
    """Return whether the pipeline asks what it asks at the start, or more of what it sells."""
    return (settings.pipeline_margin > 0.28) & (settings.pipeline_margin < 0.32)


def goal(settings, readouts):
    """Return whether it beats the pipeline from a tenth or less."""
    return beats(readouts) & usual(settings) & (settings.members < 0.105)


def large_start(settings, readouts):
    """Return whether it beats the pipeline from more than a tenth."""
    return beats(readouts) & usual(settings) & (settings.members >= 0.105)


def lower_margin(settings, readouts):
    """Return whether it beats another pipeline."""
    other = (settings.pipeline_margin <= 0.28) | (settings.pipeline_margin >= 0.32)
    return beats(readouts) & other


def stays_and_earns_less(settings, readouts):
    """Return whether it comes to stay from a tenth and earns less."""
    less = readouts.earns <= readouts.pipeline
    return (readouts.fate > 1.5) & less & (settings.members < 0.105)
