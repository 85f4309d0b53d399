# expect: itself
def made_after(table, demand, rounds):
    places = range(len(demand))
    last, made, turn = list(demand), list(demand), 0
    while True:
        last = [sum(row[k] * last[k] for k in places) for row in table]
        made = [made[k] + last[k] for k in places]
        turn += 1
        if turn >= rounds:
            return made
