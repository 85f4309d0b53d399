"""Other tables of the same form, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with about a third of the rows left out."""
    return [row for row in rows if draw.pick([True, True, False])] or rows
