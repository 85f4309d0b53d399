"""A region that comes to buy less at home."""

from nqpf.models.allocation.market import welfare_from_home_share


def given():
    """Return the shares bought at home before and after, and the trade elasticity."""
    return {"now": 0.3, "later": 0.1, "trade_elasticity": 5.0}


def answer(now, later, trade_elasticity):
    """Return the gain of welfare from the one share to the other."""
    before, after = (
        welfare_from_home_share(home_share=share, trade_elasticity=trade_elasticity)
        for share in (now, later)
    )
    return after / before - 1


def wrong_in_points(now, later):
    """Return the fall of the share."""
    return now - later


def wrong_no_root(now, later):
    """Return the gain without the root."""
    return now / later - 1


def wrong_alone(later, trade_elasticity):
    """Return the gain against isolation."""
    return welfare_from_home_share(home_share=later, trade_elasticity=trade_elasticity) - 1
