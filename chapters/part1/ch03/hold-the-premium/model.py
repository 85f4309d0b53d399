"""The supply of skill that offsets more equipment, found by halving an interval."""

from nqpf.models.elements.skill_premium import ELASTICITIES, premium_over_before


def premium(equipment, skilled):
    """Return the premium as a multiple of what it was."""
    return premium_over_before(equipment=equipment, skilled_labour=skilled)


def given():
    """Return the new equipment, what it would do by itself, and the two elasticities."""
    return {
        "equipment": 2.0,
        "premium_rise": premium(2.0, 1.0) - 1,
        "with_skilled": ELASTICITIES["elasticity_with_skilled"],
        "with_unskilled": ELASTICITIES["elasticity_with_unskilled"],
    }


def answer(equipment):
    """Return the part by which skilled hours must rise to keep the premium at 1."""
    low, high = 1.0, equipment
    for _step in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if premium(equipment, middle) > 1 else (low, middle)
    return low - 1


def wrong_in_step(equipment):
    """Return the rise that keeps skilled hours in step with the equipment."""
    return equipment - 1


def wrong_as_the_premium(premium_rise):
    """Return the rise of the premium itself."""
    return premium_rise


def wrong_no_change():
    """Return no rise at all."""
    return 0.0
