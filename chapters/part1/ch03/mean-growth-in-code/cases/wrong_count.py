# expect: years
from math import log


def growth_between(levels, first, last):
    return log(levels[last] / levels[first]) / max(1, len(levels) if len(levels) > 2 else 1)
