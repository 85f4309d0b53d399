def protect(units, losses, kept):
    given = [0] * len(losses)

    def saving(i):
        now = losses[i] * kept[i] ** given[i]
        return now - now * kept[i]

    for _ in range(units):
        savings = [saving(i) for i in range(len(losses))]
        given[savings.index(max(savings))] += 1
    return given
