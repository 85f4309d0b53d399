"""Entropy weights of two indicators of which one is nearly empty."""

from nqpf.models.measurement.index_weights import entropy_weights


def given(draw):
    """Return how many provinces there are, and how many have the second indicator."""
    units = draw.whole(6, 31)
    return {"units": units, "having": draw.whole(2, units - 2)}


def weights(units, having):
    """Return the weights of both indicators."""
    return entropy_weights(
        [[1 if unit == 0 else 0, 1 if unit < having else 0] for unit in range(units)]
    )


def answer(units, having):
    """Return the weight of the indicator that one province has alone."""
    return weights(units, having)[0]


def wrong_equal():
    """Return an equal weight."""
    return 0.5


def wrong_other_indicator(units, having):
    """Return the weight of the other indicator."""
    return weights(units, having)[1]


def reject(units, having):
    """Return whether the two weights are nearly alike."""
    return answer(units, having) < 0.53
