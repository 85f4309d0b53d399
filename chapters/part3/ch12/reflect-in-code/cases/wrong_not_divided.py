# expect: mean
def common(held):
    counts = [sum(column) for column in zip(*held, strict=True)]
    return [sum(m * c for m, c in zip(row, counts, strict=True)) for row in held]
