"""Pairs of ideas within fields, or over all of them."""


def pairs(sizes, joined):
    ### BEGIN SOLUTION
    groups = [sum(sizes)] if joined else sizes
    return sum(size * (size - 1) // 2 for size in groups)
    ### END SOLUTION
