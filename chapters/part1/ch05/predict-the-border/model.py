"""What four regions gain when the largest alone takes its border down."""

from nqpf.models.allocation.market_regions import welfare_of_regions

COST = 1.2


def given():
    """Return the gains of the largest and the smallest region."""
    before, after = (
        welfare_of_regions(
            sizes=[8.0, 4.0, 2.0, 1.0], border_costs=[own, COST, COST, COST], trade_elasticity=5.0
        )
        for own in (COST, 1.0)
    )
    return {"largest": after[0] / before[0] - 1, "smallest": after[-1] / before[-1] - 1}
