# expect: order
def moved(rows, measure, first, last):
    kept = [
        row["value"]
        for row in rows
        if row["measure"] == measure
        and row["country_code"] == "CHN"
        and first <= row["year"] <= last
    ]
    return kept[-1] / kept[0] - 1 if len(kept) > 1 else None
