# expect: sum
def made_after(table, demand, rounds):
    last = list(demand)
    for _ in range(rounds):
        last = [sum(row[k] * last[k] for k in range(len(last))) for row in table]
    return last
