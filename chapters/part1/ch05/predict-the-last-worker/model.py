"""What one more worker adds in two firms with equal inputs and unequal productivity."""

from nqpf.models.allocation.divided_factors import marginal_products_of_labour

DOUBLE = 2.0


def given():
    """Return how many times as productive the better firm is, and what its last worker adds."""
    better, other = marginal_products_of_labour(
        productivities=[DOUBLE, 1.0],
        capital_by_firm=[0.5, 0.5],
        labour_by_firm=[0.5, 0.5],
        capital_share=0.4,
        elasticity_of_substitution=3.0,
    )
    return {"double": DOUBLE, "ratio": better / other}
