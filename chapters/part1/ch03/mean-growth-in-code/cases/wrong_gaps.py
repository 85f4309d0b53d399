# expect: gaps
from math import log


def growth_between(levels, first, last):
    return log(levels[last] / levels[first]) / (len(levels) - 1)
