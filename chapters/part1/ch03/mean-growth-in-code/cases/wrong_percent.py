# expect: logs
def growth_between(levels, first, last):
    return (levels[last] / levels[first] - 1) / (last - first)
