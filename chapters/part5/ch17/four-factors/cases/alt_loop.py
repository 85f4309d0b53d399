from math import isclose, log


def parts(before, after):
    start = end = 1.0
    for a, b in zip(before, after, strict=True):
        start *= a
        end *= b
    weight = end if isclose(start, end) else (start - end) / (log(start) - log(end))
    found = []
    for a, b in zip(before, after, strict=True):
        found.append(weight * (log(b) - log(a)))
    return found
