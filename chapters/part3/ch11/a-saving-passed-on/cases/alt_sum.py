def cheaper(coefficients, supplier, gain, rounds):
    size = len(coefficients)
    added = [0.0] * size
    added[supplier] = gain
    saved = list(added)
    for _ in range(rounds):
        added = [sum(coefficients[i][j] * added[i] for i in range(size)) for j in range(size)]
        saved = [one + more for one, more in zip(saved, added, strict=True)]
    return saved
