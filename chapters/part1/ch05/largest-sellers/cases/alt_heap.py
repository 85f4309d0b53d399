from heapq import nlargest


def share_of_largest(rows, count):
    sold = [r["technology_sold_100m_cny"] for r in rows if r["region"] != "national"]
    return sum(nlargest(count, sold)) / sum(sold)
