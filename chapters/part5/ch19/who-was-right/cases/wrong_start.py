# expect: start
def mean_growth(rows, country, start, end):
    factor, years = 1.0, 0
    for row in rows:
        if row["country_code"] == country and start <= row["year"] <= end:
            if row["gdp_growth_percent"] is None:
                return None
            factor *= 1 + row["gdp_growth_percent"] / 100
            years += 1
    if years < end - start:
        return None
    return 100 * (factor ** (1 / years) - 1)
