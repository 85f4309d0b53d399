# expect: ratio
def proximity(rows, country, against):
    one = {r["year"]: r["rd_intensity_percent"] for r in rows if r["country_code"] == country}
    other = {r["year"]: r["rd_intensity_percent"] for r in rows if r["country_code"] == against}
    year = max(when for when in one if when in other)
    return other[year] / one[year]
