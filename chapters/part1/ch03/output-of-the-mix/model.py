"""A harmonic mean of three elements, and three other means that it is mistaken for."""

from nqpf.models.elements import (
    output_of_elements,
    perfect_substitutes_output,
    weakest_link_output,
)

ONES = [1.0, 1.0, 1.0]


def given():
    """Return the three elements and the elasticity."""
    return {"labourers": 4.0, "tools": 1.0, "objects": 2.0, "sigma": 0.5}


def answer(labourers, tools, objects, sigma):
    """Return gross output."""
    return output_of_elements(
        qualities=ONES,
        amounts=[labourers, tools, objects],
        weights=ONES,
        elasticity_of_substitution=sigma,
    )


def wrong_ordinary_mean(labourers, tools, objects):
    """Return output if the elements were perfect substitutes."""
    return perfect_substitutes_output(
        qualities=ONES, amounts=[labourers, tools, objects], weights=ONES
    )


def wrong_weakest(labourers, tools, objects):
    """Return output if nothing replaced anything."""
    return weakest_link_output(qualities=ONES, amounts=[labourers, tools, objects])


def wrong_geometric(labourers, tools, objects):
    """Return output at an elasticity of one."""
    return answer(labourers, tools, objects, 1.0)
