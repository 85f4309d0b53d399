"""How often each unit comes first over many sets of weights."""


def first_shares(scores, weight_sets):
    ### BEGIN SOLUTION
    counts = [0] * len(scores)
    for weights in weight_sets:
        sums = [sum(w * s for w, s in zip(weights, row, strict=True)) for row in scores]
        largest = max(sums)
        for unit, value in enumerate(sums):
            counts[unit] += value == largest
    return [count / len(weight_sets) for count in counts]
    ### END SOLUTION
