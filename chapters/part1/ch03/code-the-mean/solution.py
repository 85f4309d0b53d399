"""Gross output with a constant elasticity and equal weights."""

from math import prod


def output(elements, elasticity):
    ### BEGIN SOLUTION
    count = len(elements)
    if elasticity == 1:
        return prod(elements) ** (1 / count)
    rho = 1 - 1 / elasticity
    mean = sum(element**rho for element in elements) / count
    return mean ** (1 / rho)
    ### END SOLUTION
