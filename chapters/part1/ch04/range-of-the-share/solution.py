def capital_share_range(rows, country):
    """Return a country's lowest and highest capital share."""
    ### BEGIN SOLUTION
    own = [row for row in rows if row["country_code"] == country]
    shares = [1 - row["labour_share"] for row in own]
    return min(shares), max(shares)
    ### END SOLUTION
