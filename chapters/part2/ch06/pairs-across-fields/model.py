"""Sizes of fields, drawn."""


def arguments(draw):
    """Return the sizes of some fields and whether they are joined."""
    sizes = [draw.whole(0, 9) for _ in range(draw.whole(1, 5))]
    return sizes, draw.pick([True, False])
