"""Other figures in the same table, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with other growth in every year."""
    return [row | {"gdp_growth_percent": draw.whole(-40, 110) / 10} for row in rows]
