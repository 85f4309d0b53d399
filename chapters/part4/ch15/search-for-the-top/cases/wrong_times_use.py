# expect: use
def best_share(elasticity, use):
    return round(elasticity * use, 2)
