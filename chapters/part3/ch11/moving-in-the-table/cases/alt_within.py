def moving(rows, edition, first, last):
    kept = [row for row in rows if row["edition"] == edition]
    start = {row["sector"]: row for row in kept if row["year"] == first}
    end = {row["sector"]: row for row in kept if row["year"] == last}
    people = sum(row["employment_thousand"] for row in start.values())
    after = sum(row["employment_thousand"] for row in end.values())
    before = sum(row["value_added_billion"] for row in start.values()) / people
    change = sum(row["value_added_billion"] for row in end.values()) / after - before
    within = sum(
        row["employment_thousand"]
        / people
        * (
            end[name]["value_added_billion"] / end[name]["employment_thousand"]
            - row["value_added_billion"] / row["employment_thousand"]
        )
        for name, row in start.items()
    )
    return 1 - within / change
