def common(held):
    counts = [sum(column) for column in zip(*held, strict=True)]
    return [
        sum(mark * count for mark, count in zip(row, counts, strict=True)) / sum(row)
        for row in held
    ]
