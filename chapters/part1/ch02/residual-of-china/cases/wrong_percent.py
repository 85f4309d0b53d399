# expect: fraction
def residual_share(rows):
    chosen = [row for row in rows if row["country_code"] == "CHN" and 1978 < row["year"] <= 2019]
    residual = sum(row["residual"] for row in chosen)
    return 100 * residual / sum(row["gdp_growth"] for row in chosen)
