"""Three ways to serve two regions, and the cheapest."""

WORKS, SMALL, LARGE, LIGHT, HEAVY = 1000.0, 100.0, 1000.0, 1.0, 8.0
CHIPS = {"coast": 10.0, "inland": 25.0}
PANELS = {"coast": 12.0, "inland": 7.0}
CEMENT = {"coast": 5.0, "inland": 5.0}
WAYS = ("the coast, for both", "the interior, for both", "one in each region")


def cheapest(unit, shipping, market):
    """Return the way to serve both regions that costs least."""
    costs = [
        WORKS + 2 * market * unit["coast"] + market * shipping,
        WORKS + 2 * market * unit["inland"] + market * shipping,
        2 * WORKS + market * (unit["coast"] + unit["inland"]),
    ]
    return WAYS[costs.index(min(costs))]


def given():
    """Return all costs and the two sizes of market."""
    return {
        "works": WORKS,
        "chips_coast": CHIPS["coast"],
        "chips_inland": CHIPS["inland"],
        "power_coast": PANELS["coast"],
        "power_inland": PANELS["inland"],
        "cement": CEMENT["coast"],
        "small": SMALL,
        "large": LARGE,
        "light": LIGHT,
        "heavy": HEAVY,
    }


def chips():
    """Return where chips are made."""
    return cheapest(CHIPS, LIGHT, SMALL)


def panels():
    """Return where panels are made."""
    return cheapest(PANELS, LIGHT, SMALL)


def cement_small():
    """Return where cement is made for a small market."""
    return cheapest(CEMENT, HEAVY, SMALL)


def cement_large():
    """Return where cement is made for a large market."""
    return cheapest(CEMENT, HEAVY, LARGE)
