"""Budgets and dangers, drawn; halves and quarters, so that sums are exact."""


def arguments(draw):
    """Return a number of units, the losses of some parts, and what a unit leaves of each."""
    count = draw.whole(1, 5)
    losses = [float(draw.whole(1, 30)) for _ in range(count)]
    return draw.whole(0, 8), losses, [draw.pick([0.25, 0.5, 0.75]) for _ in range(count)]
