# expect: countries
def residual_share(rows):
    chosen = [row for row in rows if 1978 < row["year"] <= 2019 and row["residual"]]
    residual = sum(row["residual"] for row in chosen)
    return residual / sum(row["gdp_growth"] for row in chosen)
