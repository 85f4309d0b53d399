def least_in_all(items, counts):
    carried = items
    for count in counts:
        carried = carried + count - items
    return carried if carried > 0 else 0
