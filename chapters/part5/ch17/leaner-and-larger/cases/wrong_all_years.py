# expect: year
def leaner_and_larger(rows, year):
    kept = [row for row in rows if row["intensity_growth"] < 0 < row["energy_growth"]]
    ordered = sorted(kept, key=lambda row: row["energy_growth"], reverse=True)
    return [row["province"] for row in ordered]
