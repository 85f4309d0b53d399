"""Other figures of the same form, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with every figure multiplied by a factor of its own."""
    return [row | {"value": row["value"] * draw.step(0.5, 2.0, 0.1)} for row in rows]
