"""Losses from wedges on two firms, for four statements."""

from nqpf.models.allocation import allocative_efficiency


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
        "close": loss(0.0, 0.5, elasticity=5.0),
    }


def common_wedge_costs():
    """Return whether a wedge on both firms lowers output."""
    return loss(0.5, 0.5) > 1e-9


def subsidy_costs():
    """Return whether cheaper labour for the weaker firm lowers output."""
    return loss(-0.3, 0.0) > 1e-9


def closer_goods_cost_more():
    """Return whether the loss grows with the elasticity of substitution, from 2 to 5."""
    losses = [loss(0.0, 0.5, elasticity) for elasticity in (2.0, 3.0, 4.0, 5.0)]
    return losses == sorted(losses)


def loss_is_half():
    """Return whether a wedge of one half loses at least a quarter of output."""
    return loss(0.0, 0.5) > 0.25
