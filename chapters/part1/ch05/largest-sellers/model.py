"""Other provinces of the same form, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with every province's sales multiplied by a factor of its own."""
    return [
        row
        | {"technology_sold_100m_cny": row["technology_sold_100m_cny"] * draw.step(0.5, 2.0, 0.1)}
        for row in rows
    ]
