"""What labour gets when a bill of marginal products is cut in proportion."""

from nqpf.models.elements.remuneration import marginal_product_bill
from nqpf.numbers import percent


def given(draw):
    """Return exponents that sum to one, and an elasticity of data on top."""
    labour = draw.step(0.45, 0.75, 0.05)
    values = {
        "labour": labour,
        "capital": round(1 - labour, 2),
        "elasticity": draw.step(0.05, 0.2, 0.01),
    }
    return values | {"bill": percent(0).text(bill(**values))}


def bill(labour, capital, elasticity):
    """Return the sum of all marginal products, as a fraction of output."""
    return marginal_product_bill(exponents=[labour, capital], elasticity_of_data=elasticity)


def answer(labour, capital, elasticity):
    """Return labour's part after the cut."""
    return labour / bill(labour, capital, elasticity)


def wrong_in_full(labour):
    """Return labour's marginal product."""
    return labour


def wrong_data_first(labour, elasticity):
    """Return labour's part when data are paid in full."""
    return labour * (1 - elasticity)


def wrong_data(labour, capital, elasticity):
    """Return what data get by the rule."""
    return elasticity / bill(labour, capital, elasticity)


def reject(labour, capital, elasticity, bill):
    """Return whether a wrong answer lies too near to the right one to be told apart."""
    right = answer(labour, capital, elasticity)
    return abs(right - wrong_data_first(labour, elasticity)) < 0.006
