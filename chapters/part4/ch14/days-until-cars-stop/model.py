"""Days that a car plant stands still, drawn."""

from nqpf.models.security.chain_stop import days_stopped


def given(draw):
    """Return an outage, a detour and three stocks."""
    return {
        "outage": draw.step(60.0, 120.0, 5.0),
        "detour": draw.step(45.0, 100.0, 5.0),
        "magnets": float(draw.whole(4, 15)),
        "motors": float(draw.whole(4, 15)),
        "cars": float(draw.whole(3, 12)),
    }


def lost(outage, detour, stock):
    """Return the days without work."""
    return days_stopped(outage_days=outage, detour_days=detour, stock_on_the_way=stock)


def answer(outage, detour, magnets, motors, cars):
    """Return the days that the last firm stands still."""
    return lost(outage, detour, magnets + motors + cars)


def wrong_own_stock(outage, detour, cars):
    """Return the days if only its own stock counted."""
    return lost(outage, detour, cars)


def wrong_no_detour(outage, magnets, motors, cars):
    """Return the days until the first supplier is back."""
    return lost(outage, 365.0, magnets + motors + cars)


def wrong_longest_stock(outage, detour, magnets, motors, cars):
    """Return the days if only the largest stock counted."""
    return lost(outage, detour, max(magnets, motors, cars))


def reject(outage, detour, magnets, motors, cars):
    """Return whether nothing is lost or two answers coincide."""
    found = [
        answer(outage, detour, magnets, motors, cars),
        wrong_own_stock(outage, detour, cars),
        wrong_no_detour(outage, magnets, motors, cars),
        wrong_longest_stock(outage, detour, magnets, motors, cars),
    ]
    return detour >= outage or found[0] < 3 or len(set(found)) < 4
