"""What demand for vehicles sets off in output, and in value added at home."""

from nqpf.explorers import explorer

VEHICLES = 9


def given():
    """Return multipliers and what is added at home, of 100 yuan."""
    cars = explorer("order-by-order").readouts(wanted=VEHICLES)
    return {
        "multiplier": cars["all"] / 100,
        "made": cars["all"],
        "home": cars["home"],
    }
