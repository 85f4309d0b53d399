# expect: fraction
def basic_part_of_the_increase(rows, first, last):
    by_year = {row["year"]: row for row in rows}
    basic = by_year[last]["basic_100m_cny"] - by_year[first]["basic_100m_cny"]
    everything = (
        by_year[last]["rd_expenditure_100m_cny"] - by_year[first]["rd_expenditure_100m_cny"]
    )
    return 100 * basic / everything
