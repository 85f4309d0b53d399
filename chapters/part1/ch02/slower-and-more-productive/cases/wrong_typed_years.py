# expect: early
def slower_and_more_productive(rows, first, second):
    """Type the years of the first example."""
    share = {
        (row["country_code"], row["period_start"]): (
            row["gdp_growth"],
            row["residual"] / row["gdp_growth"],
        )
        for row in sorted(rows, key=lambda row: -row["period_end"])
    }
    codes = sorted({row["country_code"] for row in rows})
    return [
        code
        for code in codes
        if share[code, 2012][0] < share[code, 1978][0]
        and share[code, 2012][1] > share[code, 1978][1]
    ]
