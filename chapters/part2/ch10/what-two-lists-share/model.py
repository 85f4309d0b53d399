"""Other lists of the same form, so that a typed answer fails."""


def other_rows(rows, draw):
    """Return the table with about a third of the entries left out, and none of a place emptied."""
    places = {row["place"] for row in rows}
    kept = [row for row in rows if draw.pick([True, True, False])]
    for place in sorted(places - {row["place"] for row in kept}):
        kept.append(next(row for row in rows if row["place"] == place))
    return kept
