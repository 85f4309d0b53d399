"""How many equal sellers the named ones amount to."""


def equal_sellers(rows, good, year):
    ### BEGIN SOLUTION
    kept = [row for row in rows if row["good"] == good and row["year"] == year]
    return 1 / sum((row["share_percent"] / 100) ** 2 for row in kept)
    ### END SOLUTION
