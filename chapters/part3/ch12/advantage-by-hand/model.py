"""Balassa's ratio from four numbers."""

from nqpf.models.structure.complexity import advantage


def given():
    """Return what the country and the world export."""
    return {"own": 90.0, "all_own": 800.0, "world": 150.0, "all_world": 5000.0}


def answer(own, all_own, world, all_world):
    """Return the advantage of the country in toys."""
    rest = [world - own, all_world - all_own - (world - own)]
    return advantage([[own, all_own - own], rest])[0][0]


def wrong_share(own, all_own):
    """Return the share of toys in the country's exports."""
    return own / all_own


def wrong_upside_down(own, all_own, world, all_world):
    """Return the world's share over the country's."""
    return (world / all_world) / (own / all_own)


def wrong_of_world(own, world):
    """Return the country's share of the world's toys."""
    return own / world
