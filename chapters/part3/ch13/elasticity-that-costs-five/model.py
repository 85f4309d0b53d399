"""The elasticity at which a fall of a small sector costs a given loss, by halving."""

from math import expm1

from nqpf.models.structure.shocks import exact_loss, second_order_loss

LOSS = 0.05


def given():
    """Return the sector and the loss."""
    return {"share": 0.04, "fall": 0.3, "loss": LOSS}


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


def wrong_three_per_cent(share, fall):
    """Return the elasticity at which the loss is 3%."""
    return found(in_full(share, fall), 0.03)
