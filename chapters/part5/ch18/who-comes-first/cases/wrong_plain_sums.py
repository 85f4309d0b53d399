# expect: weights
def first_shares(scores, weight_sets):
    counts = [0] * len(scores)
    for weights in weight_sets:
        if len(weight_sets) > 1:
            sums = [sum(w * s for w, s in zip(weights, row, strict=True)) for row in scores]
        else:
            sums = [sum(row) for row in scores]
        for unit, value in enumerate(sums):
            counts[unit] += value == max(sums)
    return [count / len(weight_sets) for count in counts]
