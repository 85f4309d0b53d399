# expect: years
def basic_part_of_the_increase(rows, first, last):
    rows = sorted(rows, key=lambda row: row["year"])
    basic = rows[-1]["basic_100m_cny"] - rows[0]["basic_100m_cny"]
    return basic / (rows[-1]["rd_expenditure_100m_cny"] - rows[0]["rd_expenditure_100m_cny"])
