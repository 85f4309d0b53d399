# expect: increase
def basic_part_of_the_increase(rows, first, last):
    row = next(row for row in rows if row["year"] == last)
    return row["basic_100m_cny"] / row["rd_expenditure_100m_cny"]
