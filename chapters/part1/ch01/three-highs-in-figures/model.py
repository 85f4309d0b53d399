"""Three industries on three scales, against a mean."""

MEAN = {"research": 0.02, "value": 150.0, "faults": 20.0}
INDUSTRIES = {
    "sewing": {"research": 0.012, "value": 110.0, "faults": 8.0},
    "network": {"research": 0.11, "value": 420.0, "faults": 5.0},
    "chemical": {"research": 0.045, "value": 300.0, "faults": 34.0},
    "toys": {"research": 0.005, "value": 90.0, "faults": 31.0},
}
LABELS = ("none", "one of the three", "two of the three", "all three")


def given():
    """Return all figures by industry and scale."""
    shown = {f"mean_{scale}": value for scale, value in MEAN.items()}
    for name, figures in INDUSTRIES.items():
        shown |= {f"{name}_{scale}": value for scale, value in figures.items()}
    return shown


def placed(name):
    """Return on how many scales an industry stands above the mean."""
    own = INDUSTRIES[name]
    highs = [own["research"] > MEAN["research"], own["value"] > MEAN["value"]]
    highs.append(own["faults"] < MEAN["faults"])
    return LABELS[sum(highs)]


def sewing():
    """Return the place of sewing machines."""
    return placed("sewing")


def network():
    """Return the place of network equipment."""
    return placed("network")


def chemical():
    """Return the place of fine chemicals."""
    return placed("chemical")


def toys():
    """Return the place of toys."""
    return placed("toys")
