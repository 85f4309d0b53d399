# expect: falls
def protect(units, losses, kept):
    savings = [loss * (1 - part) for loss, part in zip(losses, kept, strict=True)]
    given = [0] * len(losses)
    given[savings.index(max(savings))] = units
    return given
