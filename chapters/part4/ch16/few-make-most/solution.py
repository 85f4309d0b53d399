"""How few industries have most of the citations."""


def share_of_most(rows, count):
    ### BEGIN SOLUTION
    sums = {}
    for row in rows:
        sums[row["industry"]] = sums.get(row["industry"], 0) + row["citations"]
    return sum(sorted(sums.values(), reverse=True)[:count]) / sum(sums.values())
    ### END SOLUTION
