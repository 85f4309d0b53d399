# expect: rows
def equal_sellers(rows, good, year):
    kept = [row for row in rows if row["good"] == good]
    return 1 / sum((row["share_percent"] / 100) ** 2 for row in kept)
