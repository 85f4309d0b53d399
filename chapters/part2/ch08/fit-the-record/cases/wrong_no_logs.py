# expect: logs
from statistics import linear_regression


def learning_rate(rows, first, last):
    kept = [row for row in rows if first <= row["year"] <= last]
    made = [row["cumulative_capacity_mw"] for row in kept]
    paid = [row["module_price"] for row in kept]
    return 1 - 2 ** linear_regression(made, paid).slope
