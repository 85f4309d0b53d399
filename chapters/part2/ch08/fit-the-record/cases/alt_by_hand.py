from math import log2


def learning_rate(rows, first, last):
    points = [
        (log2(row["cumulative_capacity_mw"]), log2(row["module_price"]))
        for row in rows
        if row["year"] >= first and row["year"] <= last
    ]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    above = sum((x - mean_x) * (y - mean_y) for x, y in points)
    below = sum((x - mean_x) ** 2 for x, _ in points)
    return 1 - 2 ** (above / below)
