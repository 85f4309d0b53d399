def slower_and_more_productive(rows, first, second):
    """Collect the shortest periods in one pass, then compare."""
    shortest = {}
    for row in sorted(rows, key=lambda row: -row["period_end"]):
        shortest[row["country_code"], row["period_start"]] = row
    found = set()
    for code, start in shortest:
        if start == first and (code, second) in shortest:
            old, new = shortest[code, first], shortest[code, second]
            slower = new["gdp_growth"] < old["gdp_growth"]
            more = new["residual"] / new["gdp_growth"] > old["residual"] / old["gdp_growth"]
            if slower and more:
                found.add(code)
    return sorted(found)
