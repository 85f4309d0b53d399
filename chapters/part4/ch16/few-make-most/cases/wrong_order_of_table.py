# expect: largest
def share_of_most(rows, count):
    sums = {}
    for row in rows:
        sums[row["industry"]] = sums.get(row["industry"], 0) + row["citations"]
    return sum(list(sums.values())[:count]) / sum(sums.values())
