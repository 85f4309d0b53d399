"""Other places of the same form, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with about half of the places left out, the large exporters among them."""
    kept = [row for row in rows if draw.pick([True, False])]
    return kept or rows[:20]
