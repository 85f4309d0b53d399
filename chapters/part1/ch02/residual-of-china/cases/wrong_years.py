# expect: years
def residual_share(rows):
    chosen = [row for row in rows if row["country_code"] == "CHN"]
    residual = sum(row["residual"] for row in chosen)
    return residual / sum(row["gdp_growth"] for row in chosen)
