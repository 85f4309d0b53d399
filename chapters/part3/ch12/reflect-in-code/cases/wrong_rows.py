# expect: columns
def common(held):
    return [float(sum(row)) for row in held]
