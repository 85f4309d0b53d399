# expect: apart
def pairs(sizes, joined):
    groups = [sum(sizes)] if joined else sizes
    return sum(size * (size - 1) for size in groups)
