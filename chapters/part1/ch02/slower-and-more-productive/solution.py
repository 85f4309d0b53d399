def slower_and_more_productive(rows, first, second):
    """Return the economies that slowed while productivity's share of growth rose."""

    ### BEGIN SOLUTION
    def account(code, start):
        periods = [r for r in rows if (r["country_code"], r["period_start"]) == (code, start)]
        row = min(periods, key=lambda r: r["period_end"])
        return row["gdp_growth_pwt"], row["residual_pwt"] / row["gdp_growth_pwt"]

    found = []
    for code in sorted({row["country_code"] for row in rows}):
        (growth, share), (later_growth, later_share) = account(code, first), account(code, second)
        if later_growth < growth and later_share > share:
            found.append(code)
    return found
    ### END SOLUTION
