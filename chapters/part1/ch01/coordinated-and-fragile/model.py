"""A high index of coordination beside a whole that hangs on each of its parts."""

INDEX, LOSS = 0.94, 0.7
REACHED_AT = {"structure": 0.9, "capacity": 0.9, "security": 0.9, "elasticity": 0.1}


def goal(settings, readouts):
    """Return whether the index is high and every loss is large."""
    return coordinated(settings, readouts) & fragile(settings, readouts)


def coordinated(settings, readouts):
    """Return whether the index reaches its threshold."""
    return readouts.degree >= INDEX


def fragile(settings, readouts):
    """Return whether switching off any one costs at least the threshold."""
    return (
        (readouts.structure_loss >= LOSS)
        & (readouts.capacity_loss >= LOSS)
        & (readouts.security_loss >= LOSS)
    )
