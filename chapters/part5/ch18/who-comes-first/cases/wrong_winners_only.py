# expect: never
def first_shares(scores, weight_sets):
    counts = {}
    for weights in weight_sets:
        sums = [sum(w * s for w, s in zip(weights, row, strict=True)) for row in scores]
        for unit, value in enumerate(sums):
            if value == max(sums):
                counts[unit] = counts.get(unit, 0) + 1
    return [counts[unit] / len(weight_sets) for unit in sorted(counts)]
