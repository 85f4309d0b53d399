"""The part of all sales that the largest sellers made."""


def share_of_largest(rows, count):
    ### BEGIN SOLUTION
    provinces = [row for row in rows if row["region"] != "national"]
    sold = [row["technology_sold_100m_cny"] for row in provinces]
    sold.sort(reverse=True)
    return sum(sold[:count]) / sum(sold)
    ### END SOLUTION
