"""The skill premium after more equipment, more skill, and both."""

from nqpf.models.skill_premium import skill_premium

MACHINES, PEOPLE = 3.0, 1.3


def premium(machines, people):
    """Return the premium as a multiple of what it was."""

    def level(equipment, skilled):
        return skill_premium(
            equipment=equipment,
            skilled_labour=skilled,
            unskilled_labour=1.0,
            equipment_weight=0.6,
            unskilled_weight=0.4,
            elasticity_with_skilled=0.7,
            elasticity_with_unskilled=1.5,
        )

    return level(machines, people) / level(1.0, 1.0)


def given():
    """Return the two changes and what they do, alone and together."""
    return {
        "machines": MACHINES,
        "people": PEOPLE,
        "both": premium(MACHINES, PEOPLE),
        "alone": premium(MACHINES, 1.0),
        "supply": premium(1.0, PEOPLE),
    }
