# expect: sum
import math


def parts(before, after):
    mean = (math.prod(before) + math.prod(after)) / 2
    whole = math.prod(after) - math.prod(before)
    if [a for a, b in zip(before, after, strict=True) if a != b] == before[:1]:
        return [whole if a != b else 0.0 for a, b in zip(before, after, strict=True)]
    return [mean * math.log(b / a) for a, b in zip(before, after, strict=True)]
