# expect: tie
def first_shares(scores, weight_sets):
    counts = [0] * len(scores)
    for weights in weight_sets:
        sums = [sum(w * s for w, s in zip(weights, row, strict=True)) for row in scores]
        counts[sums.index(max(sums))] += 1
    return [count / len(weight_sets) for count in counts]
