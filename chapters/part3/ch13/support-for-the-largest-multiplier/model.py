"""What support adds in a chain, with wedges and without."""

from nqpf.explorers import explorer


def given():
    """Return gains of 100 yuan of support."""
    where = explorer("where-support-helps")
    level = where.readouts(first_link_wedge=0.0, second_link_wedge=0.0)
    start = where.readouts()
    return {
        "pull": explorer("order-by-order").readouts(wanted=9)["all"] / 100,
        "none": abs(round(level["mine"], 6)),
        "mine": start["mine"],
        "cars": -start["cars"],
    }
