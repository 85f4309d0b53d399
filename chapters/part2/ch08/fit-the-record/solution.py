"""The learning rate of a record between two years."""

from math import log
from statistics import linear_regression


def learning_rate(rows, first, last):
    ### BEGIN SOLUTION
    kept = [row for row in rows if first <= row["year"] <= last]
    made = [log(row["cumulative_capacity_mw"]) for row in kept]
    paid = [log(row["module_price"]) for row in kept]
    return 1 - 2 ** linear_regression(made, paid).slope
    ### END SOLUTION
