# expect: labour
def capital_share_range(rows, country):
    shares = [row["labour_share"] for row in rows if row["country_code"] == country]
    return min(shares), max(shares)
