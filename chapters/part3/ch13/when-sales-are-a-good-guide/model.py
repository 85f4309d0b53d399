"""A small fall with good substitutes, and a large one with poor ones."""

from math import expm1

from nqpf.models.structure.shocks import exact_loss, first_order_loss

SHOPS = {"sales_share": 0.19, "productivity_fall": 0.01}
FUEL = {"sales_share": 0.04, "productivity_fall": 0.3}


def given():
    """Return both losses in both cases."""
    return {
        "small_first": -expm1(first_order_loss(**SHOPS)),
        "small_exact": -exact_loss(sector_elasticity=2.0, **SHOPS),
        "large_first": -expm1(first_order_loss(**FUEL)),
        "large_exact": -exact_loss(sector_elasticity=0.1, **FUEL),
    }
