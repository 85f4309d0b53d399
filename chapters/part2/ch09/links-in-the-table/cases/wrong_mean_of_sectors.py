# expect: share
def multiplier(rows):
    sectors = [name for name in rows[0] if name.removeprefix("n").isdigit()]
    shares = []
    for name in sectors:
        bought = sum(row[name] for row in rows if row["row_type"] in ("domestic", "imported"))
        used = sum(row[name] for row in rows if row["row_type"] == "total")
        shares.append(bought / used)
    return 1 / (1 - sum(shares) / len(shares))
