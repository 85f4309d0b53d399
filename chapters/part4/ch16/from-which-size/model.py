"""How many firms a rule can leave alone and still cover most of trade."""

from math import sqrt


def given():
    """Return the trade to be covered."""
    return {"trade": 0.84}


def answer(trade):
    """Return the part of firms below the size."""
    return sqrt(1 - trade)


def wrong_those_bound(trade):
    """Return the part of firms that is bound."""
    return 1 - answer(trade)


def wrong_in_proportion(trade):
    """Return the part of trade left out."""
    return 1 - trade


def wrong_square(trade):
    """Return its square."""
    return (1 - trade) ** 2
