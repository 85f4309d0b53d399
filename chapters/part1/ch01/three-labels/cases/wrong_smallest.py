# expect: two
def least_in_all(items, counts):
    return min(counts)
