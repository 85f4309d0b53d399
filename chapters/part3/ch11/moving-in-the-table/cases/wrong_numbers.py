# expect: shares
def moving(rows, edition, first, last):
    kept = [row for row in rows if row["edition"] == edition]
    start = {row["sector"]: row for row in kept if row["year"] == first}
    end = {row["sector"]: row for row in kept if row["year"] == last}
    made = {
        name: row["value_added_billion"] / row["employment_thousand"] for name, row in end.items()
    }
    moved = sum(
        (end[name]["employment_thousand"] - start[name]["employment_thousand"]) * made[name]
        for name in start
    )
    whole = sum(row["value_added_billion"] for row in end.values()) - sum(
        row["value_added_billion"] for row in start.values()
    )
    return moved / whole / 2 if moved else 0.0
