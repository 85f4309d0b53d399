# expect: unequal
def pairs(sizes, joined):
    if joined or not sizes:
        return sum(sizes) * (sum(sizes) - 1) // 2
    mean = sum(sizes) // len(sizes)
    return len(sizes) * mean * (mean - 1) // 2
