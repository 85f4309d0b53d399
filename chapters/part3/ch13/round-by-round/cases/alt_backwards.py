def made_after(table, demand, rounds):
    """From the last round back: the demand, and the table times what one round less makes."""
    made = list(demand)
    for _ in range(rounds):
        made = [
            demand[seller] + sum(table[seller][buyer] * made[buyer] for buyer in range(len(made)))
            for seller in range(len(demand))
        ]
    return made
