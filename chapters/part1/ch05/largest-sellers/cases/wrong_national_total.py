# expect: total
def share_of_largest(rows, count):
    sold = sorted(
        (row["technology_sold_100m_cny"] for row in rows if row["region"] != "national"),
        reverse=True,
    )
    return sum(sold[:count]) / rows[0]["technology_sold_100m_cny"]
