# expect: last
def made_after(table, demand, rounds):
    made = list(demand)
    for _ in range(rounds):
        asked = [sum(row[k] * made[k] for k in range(len(made))) for row in table]
        made = [made[k] + asked[k] for k in range(len(made))]
    return made
