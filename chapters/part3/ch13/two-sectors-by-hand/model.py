"""Steel for cars for steel: a table of two sectors with figures of one's own."""

from nqpf.models.structure.small_networks import output_of_two_sectors


def given(draw):
    """Return two coefficients and a demand."""
    return {
        "steel_in_cars": draw.step(0.2, 0.4, 0.05),
        "cars_in_steel": draw.step(0.1, 0.3, 0.05),
        "demand": draw.step(100.0, 400.0, 20.0),
    }


def made(steel_in_cars, cars_in_steel, demand):
    """Return the cars and the steel that must be made."""
    return output_of_two_sectors(
        first_in_first=0.0,
        second_in_first=steel_in_cars,
        first_in_second=cars_in_steel,
        second_in_second=0.0,
        demand_first=demand,
        demand_second=0.0,
    )


def answer(steel_in_cars, cars_in_steel, demand):
    """Return the steel that must be made."""
    return made(steel_in_cars, cars_in_steel, demand).second


def wrong_one_round(steel_in_cars, demand):
    """Return the steel that the cars of the buyers take."""
    return steel_in_cars * demand


def wrong_cars_not_steel(steel_in_cars, cars_in_steel, demand):
    """Return the cars that must be made."""
    return made(steel_in_cars, cars_in_steel, demand).first


def wrong_both(steel_in_cars, cars_in_steel, demand):
    """Return both outputs together."""
    return sum(made(steel_in_cars, cars_in_steel, demand))
