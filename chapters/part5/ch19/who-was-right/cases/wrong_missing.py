# expect: missing
def mean_growth(rows, country, start, end):
    factor, years = 1.0, 0
    for row in rows:
        known = row["gdp_growth_percent"] is not None
        if known and row["country_code"] == country and start < row["year"] <= end:
            factor *= 1 + row["gdp_growth_percent"] / 100
            years += 1
    return 100 * (factor ** (1 / years) - 1) if years else None
