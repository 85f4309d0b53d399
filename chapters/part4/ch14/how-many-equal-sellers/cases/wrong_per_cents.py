# expect: two
def equal_sellers(rows, good, year):
    kept = [row for row in rows if row["good"] == good and row["year"] == year]
    return 1 / sum(row["share_percent"] ** 2 for row in kept)
