"""The edge of a platform with one price for both sides, drawn."""

from nqpf.models.data.platforms import critical_members, members_of_grown_platform


def given(draw):
    """Return the price that both sides pay."""
    return {"price": draw.step(0.05, 0.2, 0.001)}


def answer(price):
    """Return the members at the edge."""
    return critical_members(buyer_price=price, seller_price=price).buyers


def wrong_grown(price):
    """Return the members of the grown platform."""
    return members_of_grown_platform(buyer_price=price, seller_price=price).buyers


def wrong_price(price):
    """Return the price."""
    return price


def wrong_one_less(price):
    """Return who would join a full platform."""
    return 1 - price


def reject(price):
    """Return whether the edge and the price are alike."""
    return abs(answer(price) - price) < 0.005
