"""Labour's share by its marginal product when labour is halved, at two elasticities."""

from nqpf.models.elements.remuneration import marginal_product_payments

WEIGHTS = [0.3, 0.2, 0.15, 0.1, 0.1, 0.15]


def share(labour, elasticity):
    """Return labour's share of output, the other five factors being one each."""
    return marginal_product_payments(
        amounts=[labour, 1.0, 1.0, 1.0, 1.0, 1.0],
        weights=WEIGHTS,
        elasticity_of_substitution=elasticity,
    )[0]


def given():
    """Return both elasticities and labour's share before and after."""
    return {
        "low": 0.5,
        "high": 5.0,
        "even": share(1.0, 0.5),
        "scarce_low": share(0.5, 0.5),
        "scarce_high": share(0.5, 5.0),
    }
