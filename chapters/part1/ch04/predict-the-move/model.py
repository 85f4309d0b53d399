"""What China's move out of farming does to a labour share whose parts stay fixed."""

from nqpf import data


def farming(year):
    """Return farming's observed share of China's output in a year."""
    return next(
        row["share_percent"] / 100
        for row in data.rows("structure_china")
        if (row["measure"], row["sector"], row["series"], row["year"])
        == ("output", "agriculture", "WDI", year)
    )


def given():
    """Return the parts within sectors, farming's two shares of output and the fall."""
    in_farming, elsewhere = 0.9, 0.45
    start, end = farming(1995), farming(2003)
    return {
        "in_farming": in_farming,
        "elsewhere": elsewhere,
        "start": start,
        "end": end,
        "change": (start - end) * (in_farming - elsewhere),
    }
