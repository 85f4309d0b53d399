"""Other figures of the same form, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with every count of people multiplied by a factor of its own."""
    return [
        row | {"employment_thousand": row["employment_thousand"] * draw.step(0.5, 2.0, 0.1)}
        for row in rows
    ]
