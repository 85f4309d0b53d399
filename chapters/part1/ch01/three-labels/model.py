"""Other numbers of industries and other labels, for cases beyond those shown."""


def arguments(draw):
    """Return a number of industries and the counts of some labels."""
    items = draw.whole(20, 60)
    return items, [draw.whole(items // 2, items) for _label in range(draw.whole(1, 4))]
