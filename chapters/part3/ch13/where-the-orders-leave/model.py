"""The product whose orders leave the country most, and the round that ends it."""

REACHED_AT = {"wanted": 11, "turn": 6}


def goal(settings, readouts):
    """Return whether most leaves, at the first round below 5 yuan."""
    return (readouts.abroad > 40) & (readouts.new < 5) & (settings.turn < 6.5)


def leaves(settings, readouts):
    """Return whether it is the product of which most leaves."""
    return readouts.abroad > 40


def nearly(settings, readouts):
    """Return whether much leaves."""
    return (readouts.abroad > 30) & (readouts.abroad <= 40)


def small_round(settings, readouts):
    """Return whether the round is small, of a product that stays at home."""
    return (readouts.new < 5) & (readouts.abroad <= 30)
