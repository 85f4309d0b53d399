"""What each factor of emissions accounts for."""

import math


def parts(before, after):
    ### BEGIN SOLUTION
    start, end = math.prod(before), math.prod(after)
    mean = start if math.isclose(start, end) else (end - start) / math.log(end / start)
    return [mean * math.log(b / a) for a, b in zip(before, after, strict=True)]
    ### END SOLUTION
