import math


def growth_between(levels, first, last):
    change = math.log(levels[last]) - math.log(levels[first])
    years = last - first
    return change / years
