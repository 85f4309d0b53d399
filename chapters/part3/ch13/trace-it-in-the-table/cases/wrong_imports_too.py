# expect: home
def two_rounds(rows, code):
    bought = [row for row in rows if row["row_type"] in ("domestic", "imported")]
    total = next(row for row in rows if row["row_type"] == "total")
    asked = {row["row_code"]: 100.0 * (row["row_code"] == code) for row in bought}
    rounds = []
    for _ in range(2):
        new = dict.fromkeys(asked, 0.0)
        for row in bought:
            for buyer in asked:
                new[row["row_code"]] += row[buyer] / total[buyer] * asked[buyer]
        asked = new
        rounds.append(sum(asked.values()))
    return rounds
