"""One country's research intensity as a part of another's, in one year."""


def proximity(rows, country, against):
    ### BEGIN SOLUTION
    one = {r["year"]: r["rd_intensity_percent"] for r in rows if r["country_code"] == country}
    other = {r["year"]: r["rd_intensity_percent"] for r in rows if r["country_code"] == against}
    year = max(when for when in one if when in other)
    return one[year] / other[year]
    ### END SOLUTION
