# expect: squares
def equal_sellers(rows, good, year):
    return len([row for row in rows if row["good"] == good and row["year"] == year])
