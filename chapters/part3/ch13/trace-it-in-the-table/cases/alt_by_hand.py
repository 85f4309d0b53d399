def two_rounds(rows, code):
    domestic = [row for row in rows if row["row_type"] == "domestic"]
    total = next(row for row in rows if row["row_type"] == "total")
    first = {row["row_code"]: 100 * row[code] / total[code] for row in domestic}
    second = 0.0
    for row in domestic:
        for buyer, asked in first.items():
            second += row[buyer] / total[buyer] * asked
    return [sum(first.values()), second]
