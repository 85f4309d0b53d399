"""Budgets and stocks, drawn."""


def arguments(draw):
    """Return a budget and some stocks."""
    return draw.whole(0, 20), [draw.whole(1, 12) for _ in range(draw.whole(1, 6))]
