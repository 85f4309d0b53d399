# expect: use
def leaner_and_larger(rows, year):
    kept = [row for row in rows if row["year"] == year and row["intensity_growth"] < 0]
    ordered = sorted(kept, key=lambda row: row["energy_growth"], reverse=True)
    return [row["province"] for row in ordered]
