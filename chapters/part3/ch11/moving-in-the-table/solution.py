"""The part of growth that came from moving between sectors."""


def moving(rows, edition, first, last):
    ### BEGIN SOLUTION
    def of(year):
        kept = [row for row in rows if row["edition"] == edition and row["year"] == year]
        people = sum(row["employment_thousand"] for row in kept)
        shares = {row["sector"]: row["employment_thousand"] / people for row in kept}
        made = {
            row["sector"]: row["value_added_billion"] / row["employment_thousand"] for row in kept
        }
        return shares, made

    (shares, made), (later_shares, later) = of(first), of(last)
    whole = sum(later_shares[one] * later[one] - shares[one] * made[one] for one in shares)
    moved = sum((later_shares[one] - shares[one]) * later[one] for one in shares)
    return moved / whole
    ### END SOLUTION
