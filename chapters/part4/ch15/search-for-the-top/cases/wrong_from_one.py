# expect: none
def best_share(elasticity, use):
    return max(
        (step / 100 for step in range(1, 61)),
        key=lambda share: (1 - share) * (use * share) ** (elasticity / (1 - elasticity)),
    )
