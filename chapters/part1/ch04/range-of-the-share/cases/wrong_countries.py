# expect: countries
def capital_share_range(rows, country):
    shares = [1 - row["labour_share"] for row in rows]
    return min(shares), max(shares)
