def residual_share(rows):
    """Return the residual's share of China's growth from 1978 to 2019, official series."""
    ### BEGIN SOLUTION
    chosen = [row for row in rows if row["country_code"] == "CHN" and 1978 < row["year"] <= 2019]
    residual = sum(row["residual_official"] for row in chosen)
    return residual / sum(row["gdp_growth_official"] for row in chosen)
    ### END SOLUTION
