# expect: tie
def protect(units, losses, kept):
    left = list(losses)
    given = [0] * len(left)
    for _ in range(units):
        savings = [loss * (1 - part) for loss, part in zip(left, kept, strict=True)]
        best = max(range(len(left)), key=lambda i: (savings[i], i))
        left[best] *= kept[best]
        given[best] += 1
    return given
