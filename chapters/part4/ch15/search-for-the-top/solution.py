"""The share of output for infrastructure at which growth is highest."""


def best_share(elasticity, use):
    ### BEGIN SOLUTION
    def growth(share):
        return (1 - share) * (use * share) ** (elasticity / (1 - elasticity))

    return max((step / 100 for step in range(61)), key=growth)
    ### END SOLUTION
