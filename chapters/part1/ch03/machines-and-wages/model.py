"""A premium that rises although skill has become more plentiful."""

from nqpf.models.elements.skill_premium import (
    ELASTICITIES,
    WEIGHTS,
    equipment_elasticity_of_skill_premium,
    premium_over_before,
)

AFTER = {"equipment": 4.0, "skilled_labour": 1.4}


def given():
    """Return the premium after equipment and skill have grown, and what equipment does."""
    strength = equipment_elasticity_of_skill_premium(
        **AFTER, equipment_weight=WEIGHTS["equipment_weight"], **ELASTICITIES
    )
    return {"premium": premium_over_before(**AFTER), "ordered": strength / 100}
