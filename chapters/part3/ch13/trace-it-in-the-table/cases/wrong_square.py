# expect: second
def two_rounds(rows, code):
    domestic = [row for row in rows if row["row_type"] == "domestic"]
    total = next(row for row in rows if row["row_type"] == "total")
    share = sum(row[code] for row in domestic) / total[code]
    return [100 * share, 100 * share * share]
