# expect: mean-of-shares
def residual_share(rows):
    chosen = [row for row in rows if row["country_code"] == "CHN" and 1978 < row["year"] <= 2019]
    shares = [row["residual"] / row["gdp_growth"] for row in chosen]
    return sum(shares) / len(shares)
