"""Six provinces that each build for half of the market."""

from nqpf.models.learning import utilisation_of_race


def given():
    """Return the number of builders and what each builds."""
    return {"builders": 6.0, "capacity_built": 0.5}


answer = utilisation_of_race


def wrong_each_its_own(capacity_built):
    """Return what one of them builds."""
    return capacity_built


def wrong_idle(builders, capacity_built):
    """Return the part that is not used."""
    return 1 - utilisation_of_race(builders=builders, capacity_built=capacity_built)
