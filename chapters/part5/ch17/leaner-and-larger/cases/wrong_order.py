# expect: order
def leaner_and_larger(rows, year):
    return [
        row["province"]
        for row in rows
        if row["year"] == year and row["intensity_growth"] < 0 < row["energy_growth"]
    ]
