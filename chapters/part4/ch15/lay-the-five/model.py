"""All five layers, with more output and fewer emissions."""

REACHED_AT = {"reach": 1.0, "cost": 0.03, "saved": 0.25, "layer_need": 0.8}


def _both(readouts):
    return (readouts.output >= 1.03) & (readouts.emissions <= 0.92)


def goal(settings, readouts):
    """Return whether there is more output and less emitted, at the cost given."""
    return _both(readouts) & (settings.cost > 0.0299)


def cheaper(settings, readouts):
    """Return whether it is reached with cheaper layers."""
    return _both(readouts) & (settings.cost <= 0.0299)


def dirty(settings, readouts):
    """Return whether output is there and emissions are not."""
    return (readouts.output >= 1.03) & (readouts.emissions > 0.92)


def clean_and_poor(settings, readouts):
    """Return whether emissions are there and output is not."""
    return (readouts.output < 1.03) & (readouts.emissions <= 0.92)
