def moved(rows, measure, first, last):
    kept = {}
    for row in rows:
        if row["measure"] != measure or row["country_code"] != "CHN":
            continue
        if row["year"] < first or row["year"] > last:
            continue
        kept[row["year"]] = row["value"]
    if len(kept) <= 1:
        return None
    before, after = kept[min(kept)], kept[max(kept)]
    return (after - before) / before
