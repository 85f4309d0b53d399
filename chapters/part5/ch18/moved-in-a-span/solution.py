"""By what fraction a measure changed between two reports of China inside a span."""


def moved(rows, measure, first, last):
    ### BEGIN SOLUTION
    reports = sorted(
        (row["year"], row["value"])
        for row in rows
        if row["measure"] == measure
        and row["country_code"] == "CHN"
        and first <= row["year"] <= last
    )
    if len(reports) < 2:
        return None
    return reports[-1][1] / reports[0][1] - 1
    ### END SOLUTION
