# expect: line
from math import log


def learning_rate(rows, first, last):
    kept = [row for row in rows if first <= row["year"] <= last]
    rise = log(kept[-1]["module_price"] / kept[0]["module_price"])
    run = log(kept[-1]["cumulative_capacity_mw"] / kept[0]["cumulative_capacity_mw"])
    return 1 - 2 ** (rise / run)
