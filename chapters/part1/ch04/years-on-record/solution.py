def years_on_record(rows, country):
    """Return the first and the last year whose labour share was not filled in."""
    ### BEGIN SOLUTION
    chosen = [row for row in rows if row["country_code"] == country]
    chosen.sort(key=lambda row: row["year"])
    first, last = 0, -1
    while chosen[first]["labour_share"] == chosen[first + 1]["labour_share"]:
        first += 1
    while chosen[last]["labour_share"] == chosen[last - 1]["labour_share"]:
        last -= 1
    return chosen[first]["year"], chosen[last]["year"]
    ### END SOLUTION
