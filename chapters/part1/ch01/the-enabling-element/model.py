"""Output of four elements when one of them has not grown."""

from nqpf.models.elements import (
    output_of_elements,
    perfect_substitutes_output,
    weakest_link_output,
)


def given():
    """Return how far three elements grow, the fourth, and their elasticity."""
    return {"amount": 3.0, "enabling": 1.0, "elasticity": 0.5}


def answer(amount, enabling, elasticity):
    """Return output of the four elements."""
    return output_of_elements(
        qualities=[1.0] * 4,
        amounts=[amount, amount, amount, enabling],
        weights=[1.0] * 4,
        elasticity_of_substitution=elasticity,
    )


def wrong_mean(amount, enabling):
    """Return output if each could stand in for any other."""
    return perfect_substitutes_output(
        qualities=[1.0] * 4, amounts=[amount, amount, amount, enabling], weights=[1.0] * 4
    )


def wrong_weakest(amount, enabling):
    """Return output if none could stand in for another."""
    return weakest_link_output(qualities=[1.0] * 4, amounts=[amount, amount, amount, enabling])


def wrong_tripled(amount, elasticity):
    """Return output if the fourth element had grown as well."""
    return answer(amount, amount, elasticity)
