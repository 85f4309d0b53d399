def years_on_record(rows, country):
    """Return the first and the last year on record."""
    ### BEGIN SOLUTION
    chosen = [row for row in rows if row["country_code"] == country]
    chosen.sort(key=lambda row: row["year"])
    shares = [row["labour_share"] for row in chosen]
    first, last = 0, -1
    while shares[first] == shares[first + 1]:
        first += 1
    while shares[last] == shares[last - 1]:
        last -= 1
    return chosen[first]["year"], chosen[last]["year"]
    ### END SOLUTION
