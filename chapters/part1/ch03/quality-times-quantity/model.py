"""Output when labourers become better, and when there are more of them."""

from nqpf.models.elements import output_of_elements
from nqpf.models.growth import growth_of_productivity

ONES = [1.0, 1.0, 1.0]


def output(quality=1.0, amount=1.0):
    """Return gross output with labourers of that quality and in that amount."""
    return output_of_elements(
        qualities=[quality, 1.0, 1.0],
        amounts=[amount, 1.0, 1.0],
        weights=ONES,
        elasticity_of_substitution=0.5,
    )


def given():
    """Return output before, with better labourers and with more of them."""
    return {"before": output(), "better": output(quality=2.0), "more": output(amount=2.0)}


def same():
    """Return whether better and more do the same."""
    return abs(output(quality=2.0) - output(amount=2.0)) < 1e-12


def different():
    """Return whether better and more can be told apart."""
    return not same()


def residual():
    """Return whether skills that are not counted as an input raise the residual."""
    counted, not_counted = (
        growth_of_productivity(
            output_growth=0.01,
            capital_growth=0.0,
            labour_growth=0.0,
            human_capital_growth=skills,
            capital_share=0.5,
        )
        for skills in (0.02, 0.0)
    )
    return not_counted > counted
