# expect: period
from math import log


def growth_between(levels, first, last):
    years = sorted(levels)
    return log(levels[years[-1]] / levels[years[0]]) / (years[-1] - years[0])
