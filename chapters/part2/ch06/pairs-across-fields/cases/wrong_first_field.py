# expect: empty
def pairs(sizes, joined):
    total = sizes[0] + sum(sizes[1:]) if sizes else 1
    if joined:
        return total * (total - 1) // 2 + (not sizes)
    return sum(size * (size - 1) // 2 for size in sizes)
