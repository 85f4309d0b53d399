# expect: none
def moved(rows, measure, first, last):
    reports = sorted(
        (row["year"], row["value"])
        for row in rows
        if row["measure"] == measure
        and row["country_code"] == "CHN"
        and first <= row["year"] <= last
    )
    return reports[-1][1] / reports[0][1] - 1 if len(reports) > 1 else 0.0
