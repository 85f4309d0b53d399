# expect: same
import math


def parts(before, after):
    start, end = math.prod(before), math.prod(after)
    if start == end:
        return [0.0 for _ in before]
    mean = (end - start) / math.log(end / start)
    return [mean * math.log(b / a) for a, b in zip(before, after, strict=True)]
