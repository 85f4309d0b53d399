# expect: buyer
def two_rounds(rows, code):
    domestic = [row for row in rows if row["row_type"] == "domestic"]
    total = next(row for row in rows if row["row_type"] == "total")
    asked = {row["row_code"]: 100 * (row["row_code"] == code) for row in domestic}
    rounds = []
    for _ in range(2):
        asked = {
            row["row_code"]: sum(
                row[buyer] / total[row["row_code"]] * asked[buyer] for buyer in asked
            )
            for row in domestic
        }
        rounds.append(sum(asked.values()))
    return rounds
