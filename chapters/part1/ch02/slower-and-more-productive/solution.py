def slower_and_more_productive(rows, first, second):
    """Return who slowed while productivity's share of growth rose."""

    ### BEGIN SOLUTION
    def account(code, start):
        own = [row for row in rows if row["country_code"] == code]
        periods = [row for row in own if row["period_start"] == start]
        row = min(periods, key=lambda row: row["period_end"])
        growth = row["gdp_growth"]
        return growth, row["residual"] / growth

    found = []
    for code in sorted({row["country_code"] for row in rows}):
        growth, share = account(code, first)
        later_growth, later_share = account(code, second)
        if later_growth < growth and later_share > share:
            found.append(code)
    return found
    ### END SOLUTION
