def multiplier(rows):
    sectors = [name for name in rows[0] if len(name) == 3 and name[1:].isdigit()]
    kinds = {"bought": 0.0, "used": 0.0}
    for row in rows:
        here = sum(row[name] for name in sectors)
        if row["row_type"] == "total":
            kinds["used"] += here
        elif row["row_type"] != "value_added":
            kinds["bought"] += here
    return kinds["used"] / (kinds["used"] - kinds["bought"])
