def leaner_and_larger(rows, year):
    pairs = []
    for row in rows:
        if row["year"] != year or row["intensity_growth"] >= 0 or row["energy_growth"] <= 0:
            continue
        pairs.append((-row["energy_growth"], rows.index(row), row["province"]))
    return [name for _, _, name in sorted(pairs)]
