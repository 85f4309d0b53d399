"""The part of research that firms make basic."""

from nqpf.models.innovation.research import basic_share_of_firms


def given():
    """Return the best part and the captured part."""
    return {"basic_weight": 0.4, "internalised_share": 0.5}


answer = basic_share_of_firms


def wrong_product(basic_weight, internalised_share):
    """Return weight times captured part."""
    return basic_weight * internalised_share


def wrong_best(basic_weight):
    """Return the best part."""
    return basic_weight


def wrong_captured(internalised_share):
    """Return the captured part."""
    return internalised_share
