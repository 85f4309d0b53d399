# expect: three
def least_in_all(items, counts):
    if len(counts) == 1:
        return counts[0]
    return min(
        max(0, first + second - items)
        for place, first in enumerate(counts)
        for second in counts[:place]
    )
