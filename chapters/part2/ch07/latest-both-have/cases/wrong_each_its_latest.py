# expect: year
def proximity(rows, country, against):
    latest = {}
    for row in sorted(rows, key=lambda row: row["year"]):
        latest[row["country_code"]] = row["rd_intensity_percent"]
    return latest[country] / latest[against]
