"""The first two rounds that a demand sets off in an input-output table."""


def two_rounds(rows, code):
    ### BEGIN SOLUTION
    sellers = [row for row in rows if row["row_type"] == "domestic"]
    (total,) = [row for row in rows if row["row_type"] == "total"]
    asked = {row["row_code"]: 100 * (row["row_code"] == code) for row in sellers}
    rounds = []
    for _ in range(2):
        asked = {
            row["row_code"]: sum(row[buyer] / total[buyer] * asked[buyer] for buyer in asked)
            for row in sellers
        }
        rounds.append(sum(asked.values()))
    return rounds
    ### END SOLUTION
