# expect: two
def least_in_all(items, counts):
    share = 1
    for count in counts:
        share *= count / items
    return share * items
