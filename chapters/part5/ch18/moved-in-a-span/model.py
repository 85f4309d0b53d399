"""Other figures in the same table, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with other values, above nothing and never alike."""
    values = draw.shuffled(range(1, len(rows) + 1))
    return [row | {"value": value / 4} for row, value in zip(rows, values, strict=True)]
