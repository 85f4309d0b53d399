"""The same table with other figures, of which some at both ends are filled in."""

YEARS = range(1970, 2020)


def other_rows(rows, draw):
    """Return rows of the table's countries in another order, with other shares and fillings."""
    other = []
    for country in sorted({row["country_code"] for row in rows}):
        first, last = draw.whole(0, 20), draw.whole(30, 49)
        shares = [draw.step(0.3, 0.8, 0.0001) for _year in YEARS]
        for place, year in enumerate(YEARS):
            share = shares[min(max(place, first), last)]
            other.append({"country_code": country, "year": year, "labour_share": share})
    return draw.shuffled(other)
