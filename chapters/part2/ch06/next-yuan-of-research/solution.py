"""The basic part of what was added to research."""


def basic_part_of_the_increase(rows, first, last):
    ### BEGIN SOLUTION
    by_year = {row["year"]: row for row in rows}
    before, after = by_year[first], by_year[last]
    more = after["rd_expenditure_100m_cny"] - before["rd_expenditure_100m_cny"]
    return (after["basic_100m_cny"] - before["basic_100m_cny"]) / more
    ### END SOLUTION
