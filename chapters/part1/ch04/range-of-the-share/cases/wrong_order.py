# expect: order
def capital_share_range(rows, country):
    shares = [row["labour_share"] for row in rows if row["country_code"] == country]
    return 1 - min(shares), 1 - max(shares)
