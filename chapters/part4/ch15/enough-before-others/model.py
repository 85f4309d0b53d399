"""The part of possible users from which a network grows."""

from nqpf.models.security.infrastructure import critical_mass, users_of_grown_network


def given(draw):
    """Return a price, between those of small and of nearly equal thresholds."""
    part = draw.whole(150, 440) / 1000
    return {"price": round(part * (1 - part), 4)}


def answer(price):
    """Return the critical mass."""
    return critical_mass(network_price=price)


def wrong_grown(price):
    """Return the upper level."""
    return users_of_grown_network(network_price=price)


def wrong_price_itself(price):
    """Return the price."""
    return price


def wrong_half():
    """Return one half."""
    return 0.5


def reject(price):
    """Return whether two of the answers would be hard to tell apart."""
    return abs(answer(price) - price) < 0.015
