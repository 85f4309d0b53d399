# expect: bought
def share_of_largest(rows, count):
    bought = sorted(
        (row["technology_bought_100m_cny"] for row in rows if row["region"] != "national"),
        reverse=True,
    )
    return sum(bought[:count]) / sum(bought)
