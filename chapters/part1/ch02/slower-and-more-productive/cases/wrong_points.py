# expect: points
def slower_and_more_productive(rows, first, second):
    """Compare points in place of shares."""

    def account(code, start):
        periods = [r for r in rows if (r["country_code"], r["period_start"]) == (code, start)]
        return min(periods, key=lambda r: r["period_end"])

    return sorted(
        code
        for code in {row["country_code"] for row in rows}
        if account(code, second)["gdp_growth"] < account(code, first)["gdp_growth"]
        and account(code, second)["residual"] > account(code, first)["residual"]
    )
