# expect: negative
def least_in_all(items, counts):
    return items - sum(items - count for count in counts)
