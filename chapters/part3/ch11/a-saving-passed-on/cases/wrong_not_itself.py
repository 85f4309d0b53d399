# expect: own
def cheaper(coefficients, supplier, gain, rounds):
    size = range(len(coefficients))
    start = [gain if sector == supplier else 0.0 for sector in size]
    saved = start
    for _ in range(rounds):
        saved = [
            gain if j == supplier else start[j] + sum(coefficients[i][j] * saved[i] for i in size)
            for j in size
        ]
    return saved
