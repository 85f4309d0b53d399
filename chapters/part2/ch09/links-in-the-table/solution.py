"""The multiplier of links of an input-output table."""


def multiplier(rows):
    ### BEGIN SOLUTION
    def all_sectors(*kinds):
        return sum(
            amount
            for row in rows
            if row["row_type"] in kinds
            for name, amount in row.items()
            if name.removeprefix("n").isdigit()
        )

    return 1 / (1 - all_sectors("domestic", "imported") / all_sectors("total"))
    ### END SOLUTION
