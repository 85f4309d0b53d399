def equal_sellers(rows, good, year):
    index = 0.0
    for row in rows:
        if (row["good"], row["year"]) == (good, year):
            part = row["share_percent"] / 100
            index += part * part
    return 1 / index
