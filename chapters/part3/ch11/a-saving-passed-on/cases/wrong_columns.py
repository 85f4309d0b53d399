# expect: direct
def cheaper(coefficients, supplier, gain, rounds):
    size = range(len(coefficients))
    start = [gain if sector == supplier else 0.0 for sector in size]
    saved = start
    for _ in range(rounds):
        saved = [start[j] + sum(coefficients[j][i] * saved[i] for i in size) for j in size]
    return saved
