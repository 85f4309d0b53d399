# expect: joined
def pairs(sizes, joined):
    within = sum(size * (size - 1) // 2 for size in sizes)
    total = sum(sizes)
    return total * (total - 1) // 2 - within if joined else within
