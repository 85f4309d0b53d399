"""From the gain of full equality to the gain of being like another country."""

from nqpf.models.allocation import gain_to_reference_efficiency


def given():
    """Return two teaching figures."""
    return {"gain": 0.9, "reference_gain": 0.4}


answer = gain_to_reference_efficiency


def wrong_difference(gain, reference_gain):
    """Return the difference of the two gains."""
    return gain - reference_gain


def wrong_full(gain):
    """Return the gain from full equality."""
    return gain


def wrong_other_way(gain, reference_gain):
    """Return the ratio taken the wrong way round, as a loss."""
    return 1 - (1 + reference_gain) / (1 + gain)
