from collections import Counter


def share_of_most(rows, count):
    sums = Counter()
    for row in rows:
        sums[row["industry"]] += row["citations"]
    return sum(value for _, value in sums.most_common(count)) / sum(sums.values())
