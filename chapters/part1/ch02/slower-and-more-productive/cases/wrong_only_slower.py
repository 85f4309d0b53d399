# expect: only-slower
def slower_and_more_productive(rows, first, second):
    """Leave productivity out."""
    growth = {
        (row["country_code"], row["period_start"]): row["gdp_growth"]
        for row in sorted(rows, key=lambda row: -row["period_end"])
    }
    codes = sorted({row["country_code"] for row in rows})
    return [code for code in codes if growth[code, second] < growth[code, first]]
