# expect: increase
def basic_part_of_the_increase(rows, first, last):
    share = {row["year"]: row["basic_100m_cny"] / row["rd_expenditure_100m_cny"] for row in rows}
    return share[last] - share[first]
