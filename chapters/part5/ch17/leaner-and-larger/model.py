"""Other figures in the same table, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with other growth of use and intensity, none of it nothing or alike."""
    uses = draw.shuffled(range(1, 2 * len(rows), 2))
    return [
        row
        | {
            "energy_growth": draw.pick([-1, 1, 1]) * use / 1000,
            "intensity_growth": draw.pick([-1, -1, 1]) * draw.whole(1, 90) / 1000,
        }
        for row, use in zip(rows, uses, strict=True)
    ]
