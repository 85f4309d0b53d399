def residual_share(rows):
    growth = residual = 0.0
    for row in rows:
        if row["country_code"] != "CHN" or not 1979 <= row["year"] <= 2019:
            continue
        growth += row["gdp_growth"]
        residual += row["residual"]
    return residual / growth
