"""Other figures of the same form, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with every purchase multiplied by a factor of its own."""
    return [
        row
        | {name: other(row, name, draw) for name in row if name[:1] == "n" and name[1:].isdigit()}
        for row in rows
    ]


def other(row, name, draw):
    """Return a figure of a row, changed if it is a purchase from a sector."""
    if row["row_type"] in ("domestic", "imported"):
        return row[name] * draw.step(0.5, 1.2, 0.1)
    return row[name]
