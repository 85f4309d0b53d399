def basic_part_of_the_increase(rows, first, last):
    def year(when, key):
        return next(row[key] for row in rows if row["year"] == when)

    basic = year(last, "basic_100m_cny") - year(first, "basic_100m_cny")
    everything = year(last, "rd_expenditure_100m_cny") - year(first, "rd_expenditure_100m_cny")
    return basic / everything
