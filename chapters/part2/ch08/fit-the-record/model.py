"""Other prices of the same form, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the record with every price multiplied by a factor of its own."""
    return [row | {"module_price": row["module_price"] * draw.step(0.5, 2.0, 0.1)} for row in rows]
