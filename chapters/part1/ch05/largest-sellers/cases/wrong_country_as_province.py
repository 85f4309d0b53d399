# expect: country
def share_of_largest(rows, count):
    sold = sorted((row["technology_sold_100m_cny"] for row in rows), reverse=True)
    return sum(sold[:count]) / sum(sold)
