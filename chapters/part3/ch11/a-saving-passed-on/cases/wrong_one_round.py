# expect: second
def cheaper(coefficients, supplier, gain, rounds):
    size = range(len(coefficients))
    start = [gain if sector == supplier else 0.0 for sector in size]
    return [start[j] + coefficients[supplier][j] * gain for j in size]
