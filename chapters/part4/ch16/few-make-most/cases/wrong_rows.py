# expect: years
def share_of_most(rows, count):
    values = sorted((row["citations"] for row in rows), reverse=True)
    return sum(values[:count]) / sum(values)
