# expect: top
def best_share(elasticity, use):
    return max(
        (step / 100 for step in range(61)),
        key=lambda share: (use * share) ** (elasticity / (1 - elasticity)),
    )
