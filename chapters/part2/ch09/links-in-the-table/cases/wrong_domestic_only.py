# expect: imported
def multiplier(rows):
    sectors = [name for name in rows[0] if name[0] == "n" and name[1:].isdigit()]
    bought = sum(row[name] for row in rows if row["row_type"] == "domestic" for name in sectors)
    used = sum(row[name] for row in rows if row["row_type"] == "total" for name in sectors)
    return 1 / (1 - bought / used)
