def capital_share_range(rows, country):
    """Return the lowest and the highest capital share of a country in the rows."""
    ### BEGIN SOLUTION
    shares = [1 - row["labour_share"] for row in rows if row["country_code"] == country]
    return min(shares), max(shares)
    ### END SOLUTION
