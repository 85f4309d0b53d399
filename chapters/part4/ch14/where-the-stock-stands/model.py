"""Days lost by the last firm of a chain, by the stock on the way."""

from nqpf.models.security.chain_stop import days_stopped

CASE = {"outage_days": 75.0, "detour_days": 365.0}


def given():
    """Return the outage, the stock, and the days lost with it and without."""
    return {
        "outage": CASE["outage_days"],
        "stock": 30.0,
        "lost": days_stopped(stock_on_the_way=30.0, **CASE),
        "through": days_stopped(stock_on_the_way=0.0, **CASE),
    }
