def best_share(elasticity, use):
    best, largest = 0.0, -1.0
    for step in range(61):
        share = step / 100
        found = (1 - share) * (use * share) ** (elasticity / (1 - elasticity))
        if found > largest:
            best, largest = share, found
    return best
