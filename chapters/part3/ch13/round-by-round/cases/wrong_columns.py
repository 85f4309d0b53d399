# expect: direction
def made_after(table, demand, rounds):
    places = range(len(demand))
    last, made = list(demand), list(demand)
    for _ in range(rounds):
        last = [sum(table[k][place] * last[k] for k in places) for place in places]
        made = [made[k] + last[k] for k in places]
    return made
