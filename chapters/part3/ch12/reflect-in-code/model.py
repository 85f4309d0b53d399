"""Other tables of marks, in which every country has something."""


def arguments(draw):
    """Return a table of marks with no empty row."""
    wide = draw.whole(2, 5)
    rows = [[draw.pick([0, 1, 1]) for _ in range(wide)] for _ in range(draw.whole(2, 6))]
    for row in rows:
        row[draw.whole(0, wide - 1)] = 1
    return (rows,)
