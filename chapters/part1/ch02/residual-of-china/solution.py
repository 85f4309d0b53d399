def residual_share(rows):
    """Return the residual's share of China's growth, 1978 to 2019."""
    ### BEGIN SOLUTION
    china = [row for row in rows if row["country_code"] == "CHN"]
    chosen = [row for row in china if 1978 < row["year"] <= 2019]
    residual = sum(row["residual"] for row in chosen)
    return residual / sum(row["gdp_growth"] for row in chosen)
    ### END SOLUTION
