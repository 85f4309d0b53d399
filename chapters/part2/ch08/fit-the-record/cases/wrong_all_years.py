# expect: years
from math import log
from statistics import linear_regression


def learning_rate(rows, first, last):
    made = [log(row["cumulative_capacity_mw"]) for row in rows]
    paid = [log(row["module_price"]) for row in rows]
    return 1 - 2 ** linear_regression(made, paid).slope
