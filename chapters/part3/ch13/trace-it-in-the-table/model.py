"""Other figures of the same form, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with every domestic purchase multiplied by a factor of its own."""
    return [
        row
        | {
            name: row[name] * draw.step(0.4, 1.1, 0.1)
            for name in row
            if row["row_type"] == "domestic" and name[:1] == "n" and name[1:].isdigit()
        }
        for row in rows
    ]
