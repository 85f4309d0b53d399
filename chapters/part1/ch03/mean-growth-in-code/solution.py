from math import log


def growth_between(levels, first, last):
    """Return mean growth a year between two years, in log points."""
    ### BEGIN SOLUTION
    return log(levels[last] / levels[first]) / (last - first)
    ### END SOLUTION
