# expect: later
def moving(rows, edition, first, last):
    def of(year):
        kept = [row for row in rows if row["edition"] == edition and row["year"] == year]
        people = sum(row["employment_thousand"] for row in kept)
        return {
            row["sector"]: (
                row["employment_thousand"] / people,
                row["value_added_billion"] / row["employment_thousand"],
            )
            for row in kept
        }

    start, end = of(first), of(last)
    whole = sum(end[one][0] * end[one][1] - start[one][0] * start[one][1] for one in start)
    return sum((end[one][0] - start[one][0]) * start[one][1] for one in start) / whole
