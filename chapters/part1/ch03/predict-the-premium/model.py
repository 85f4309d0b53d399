"""The skill premium after more equipment, more skill, and both."""

from nqpf.models.elements.skill_premium import premium_over_before

MACHINES, PEOPLE = 3.0, 1.3


def given():
    """Return the two changes and what they do, alone and together."""
    return {
        "machines": MACHINES,
        "people": PEOPLE,
        "both": premium_over_before(equipment=MACHINES, skilled_labour=PEOPLE),
        "alone": premium_over_before(equipment=MACHINES, skilled_labour=1.0),
        "supply": premium_over_before(equipment=1.0, skilled_labour=PEOPLE),
    }
