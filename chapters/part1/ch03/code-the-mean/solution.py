"""Gross output with a constant elasticity of substitution and equal weights."""

from math import prod


def output(elements, elasticity):
    ### BEGIN SOLUTION
    count = len(elements)
    if elasticity == 1:
        return prod(elements) ** (1 / count)
    rho = 1 - 1 / elasticity
    return (sum(element**rho for element in elements) / count) ** (1 / rho)
    ### END SOLUTION
