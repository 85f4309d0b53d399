"""The elasticity at which a fall of a small sector costs a given loss, by halving."""

from math import expm1

from nqpf.models.structure.shocks import exact_loss, second_order_loss

LOSS = 0.05


def given():
    """Return the sector, the loss, and what is lost at elasticities to begin with."""
    sector = {"share": 0.04, "fall": 0.3}
    lost = in_full(**sector)
    begun = {"poor": 0.2, "poorer": 0.1}
    known = {f"at_{name}": lost(elasticity) for name, elasticity in begun.items()}
    return sector | {"loss": LOSS, "smaller": 0.03} | begun | known | {"at_one": lost(1)}


def found(loss_at, wanted):
    """Return where a loss that shrinks with the elasticity is the one wanted."""
    low, high = 0.02, 2.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if loss_at(middle) > wanted else (low, middle)
    return low


def in_full(share, fall):
    """Return the loss in full, by the elasticity."""
    return lambda elasticity: (
        -exact_loss(sales_share=share, productivity_fall=fall, sector_elasticity=elasticity)
    )


def answer(share, fall, loss):
    """Return the elasticity at which the loss in full is the one asked for."""
    return found(in_full(share, fall), loss)


def wrong_second_order(share, fall, loss):
    """Return the elasticity at which the second order gives that loss."""

    def bent(elasticity):
        case = {"sales_share": share, "productivity_fall": fall}
        return -expm1(second_order_loss(sector_elasticity=elasticity, **case))

    return found(bent, loss)


def wrong_smaller_loss(share, fall, smaller):
    """Return the elasticity at which less is lost."""
    return found(in_full(share, fall), smaller)
