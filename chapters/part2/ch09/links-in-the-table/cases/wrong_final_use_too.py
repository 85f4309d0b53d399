# expect: columns
def multiplier(rows):
    numbers = [name for name in rows[0] if name not in ("row_type", "row_code", "row_name", "year")]
    numbers = [name for name in numbers if name not in ("total_use", "source_id")]
    kept = [row for row in rows if row["row_type"] in ("domestic", "imported")]
    bought = sum(row[name] or 0 for row in kept for name in numbers)
    used = sum(row[name] or 0 for row in rows if row["row_type"] == "total" for name in numbers)
    return 1 / (1 - bought / used)
