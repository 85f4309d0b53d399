def first_shares(scores, weight_sets):
    wins = {unit: [] for unit in range(len(scores))}
    for weights in weight_sets:
        found = {}
        for unit, row in enumerate(scores):
            total = 0.0
            for place, score in enumerate(row):
                total += weights[place] * score
            found.setdefault(total, []).append(unit)
        for unit in found[sorted(found)[-1]]:
            wins[unit].append(1)
    return [len(won) / len(weight_sets) for won in wins.values()]
