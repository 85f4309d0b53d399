"""Losses from wedges on two firms, for five statements."""

from nqpf.models.allocation import allocative_efficiency

ELASTICITIES = (2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)


def loss(weaker, better, elasticity=3.0):
    """Return the part of output that is lost with these wedges."""
    return 1 - allocative_efficiency(
        productivities=[1.0, 2.0], wedges=[weaker, better], elasticity_of_substitution=elasticity
    )


def given():
    """Return the losses that the messages name."""
    return {
        "common": abs(loss(0.5, 0.5)),
        "single": loss(0.0, 0.5),
        "other": loss(0.5, 0.0),
        "peak": loss(0.0, 0.5, elasticity=4.0),
        "close": loss(0.0, 0.5, elasticity=8.0),
    }


def common_wedge_costs():
    """Return whether a wedge on both firms lowers output."""
    return loss(0.5, 0.5) > 1e-9


def subsidy_costs():
    """Return whether cheaper labour for the weaker firm alone lowers output."""
    return loss(-0.3, 0.0) > 1e-9


def closer_goods_always_cost_more():
    """Return whether the loss grows with the elasticity of substitution all the way."""
    losses = [loss(0.0, 0.5, elasticity) for elasticity in ELASTICITIES]
    return losses == sorted(losses)


def better_firm_costs_more():
    """Return whether the wedge costs more on the better firm at every elasticity."""
    return all(loss(0.0, 0.5, one) > loss(0.5, 0.0, one) for one in ELASTICITIES)


def loss_is_half():
    """Return whether a wedge of one half loses at least a quarter of output."""
    return loss(0.0, 0.5) > 0.25
