"""A premium that rises although skill has become more plentiful."""

from nqpf.models.skill_premium import equipment_elasticity_of_skill_premium, skill_premium

ELASTICITIES = {"elasticity_with_skilled": 0.7, "elasticity_with_unskilled": 1.5}


def given():
    """Return the premium after equipment and skill have grown, and what equipment does."""
    now, before = (
        skill_premium(
            equipment=equipment,
            skilled_labour=skilled,
            unskilled_labour=1.0,
            equipment_weight=0.6,
            unskilled_weight=0.4,
            **ELASTICITIES,
        )
        for equipment, skilled in ((4.0, 1.4), (1.0, 1.0))
    )
    strength = equipment_elasticity_of_skill_premium(
        equipment=4.0, skilled_labour=1.4, equipment_weight=0.6, **ELASTICITIES
    )
    return {"premium": now / before, "ordered": strength / 100}
