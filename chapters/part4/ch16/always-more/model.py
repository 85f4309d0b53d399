"""An industry in which a price war innovates most, with a little less competition."""

REACHED_AT = {"imitation_rate": 0.8, "competition": 0.72}


def goal(settings, readouts):
    """Return whether a price war is best and the industry innovates at 95% to 96% of the most."""
    return (readouts.peak > 0.9995) & (readouts.flow > 0.9495) & (readouts.flow < 0.9605)


def stronger(settings, readouts):
    """Return whether a price war is best, with other competition than is asked for."""
    outside = (readouts.flow <= 0.9495) | (readouts.flow >= 0.9605)
    return (readouts.peak > 0.9995) & outside


def near(settings, readouts):
    """Return whether the top is close to it."""
    return (readouts.peak > 0.93) & (readouts.peak <= 0.9995)


def cartel(settings, readouts):
    """Return whether a cartel innovates most."""
    return readouts.peak < 0.505
