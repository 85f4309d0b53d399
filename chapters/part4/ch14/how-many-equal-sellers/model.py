"""Other parts in the same table, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with every part multiplied by a factor of its own."""
    return [
        row | {"share_percent": row["share_percent"] * draw.step(0.5, 1.0, 0.1)} for row in rows
    ]
