# expect: countries
def residual_share(rows):
    chosen = [row for row in rows if 1978 < row["year"] <= 2019 and row["residual_official"]]
    residual = sum(row["residual_official"] for row in chosen)
    return residual / sum(row["gdp_growth_official"] for row in chosen)
