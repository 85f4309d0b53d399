"""One wedge, on the better or on the weaker of two firms."""

from nqpf.models.allocation import allocative_efficiency

WEDGE = 0.5


def loss(weaker, better):
    """Return the part of output that is lost with these wedges."""
    return 1 - allocative_efficiency(
        productivities=[1.0, 2.0], wedges=[weaker, better], elasticity_of_substitution=3.0
    )


def given():
    """Return the wedge, and what it costs on either firm."""
    return {"wedge": WEDGE, "better": loss(0.0, WEDGE), "weaker": loss(WEDGE, 0.0)}
