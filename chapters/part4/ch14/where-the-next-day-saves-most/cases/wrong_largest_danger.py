# expect: saving
def protect(units, losses, kept):
    left = list(losses)
    given = [0] * len(left)
    for _ in range(units):
        worst = left.index(max(left))
        left[worst] *= kept[worst]
        given[worst] += 1
    return given
