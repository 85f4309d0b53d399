"""Elasticities and uses, drawn; a growth that shares can be compared by."""


def arguments(draw):
    """Return an elasticity and a use."""
    return draw.whole(0, 40) / 100, draw.pick([0.3, 0.5, 0.8, 1.0])
