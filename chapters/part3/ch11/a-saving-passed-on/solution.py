"""What a better supplier saves everybody, round by round."""


def cheaper(coefficients, supplier, gain, rounds):
    ### BEGIN SOLUTION
    size = range(len(coefficients))
    start = [gain if sector == supplier else 0.0 for sector in size]
    saved = start
    for _ in range(rounds):
        saved = [
            start[buyer] + sum(coefficients[seller][buyer] * saved[seller] for seller in size)
            for buyer in size
        ]
    return saved
    ### END SOLUTION
