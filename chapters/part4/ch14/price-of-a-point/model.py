"""What a point of output kept costs in growth, at one part made at home."""

from nqpf.models.security.growth_and_security import growth_price_of_security


def given():
    """Return the case."""
    return {
        "part": 0.5,
        "drag": 0.02,
        "chance": 0.05,
        "setback": 0.25,
        "home_chance": 0.02,
        "home_setback": 0.1,
    }


def answer(part, drag, chance, setback, home_chance, home_setback):
    """Return the growth given up for one more of output kept."""
    return growth_price_of_security(
        home_part=part,
        home_drag=drag,
        blockade_chance=chance,
        blockade_setback=setback,
        home_failure_chance=home_chance,
        home_setback=home_setback,
    )


def wrong_without_what_is_spared(part, drag, setback, home_chance, home_setback):
    """Return the price if fewer crises abroad brought no growth."""
    return answer(part, drag, 0.0, setback, home_chance, home_setback)


def wrong_of_the_part(part, drag, home_chance, home_setback):
    """Return the growth lost for one more of the part made at home."""
    return 2 * (drag + home_chance * home_setback) * part
