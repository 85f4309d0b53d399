"""Another history of the same form, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with every year's basic research multiplied by a factor of its own."""
    return [
        row | {"basic_100m_cny": row["basic_100m_cny"] * draw.step(0.5, 2.0, 0.1)} for row in rows
    ]
