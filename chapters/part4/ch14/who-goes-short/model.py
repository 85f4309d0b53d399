"""What arrives in the worst region when a route is closed."""

from nqpf.explorers import explorer

NETWORK = explorer("cut-a-route")


def given():
    """Return the least part of a need that arrives, by the route that is closed."""
    closed = {"highland": 8, "west": 6, "north": 1}
    parts = {name: NETWORK.readouts(closed=place)["least"] for name, place in closed.items()}
    return parts | {"spare": NETWORK.readouts(closed=7)["lost"]}
