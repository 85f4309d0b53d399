"""What demand for cars and for electronics sets off, at home and if nothing were imported."""

from nqpf.explorers import explorer

VEHICLES, ELECTRONICS = 9, 11


def given():
    """Return output set off by 100 yuan of each, and what goes abroad."""
    orders, ranks = explorer("order-by-order"), explorer("upstream-and-downstream")
    chips = orders.readouts(wanted=ELECTRONICS)
    return {
        "vehicles": orders.readouts(wanted=VEHICLES)["all"],
        "electronics": chips["all"],
        "abroad": chips["abroad"],
        "as_if": ranks.readouts(sector=ELECTRONICS, imports=1)["made"],
    }
