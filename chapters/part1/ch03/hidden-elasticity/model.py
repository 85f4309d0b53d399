"""A hidden elasticity, seen through the share of a plentiful element."""

from nqpf.models.elements import element_shares


def share(strong, elasticity):
    """Return the tools' share when they stand at ``strong`` and the others at 1."""
    return element_shares(
        qualities=[1.0, 1.0, 1.0],
        amounts=[1.0, strong, 1.0],
        weights=[1.0, 1.0, 1.0],
        elasticity_of_substitution=elasticity,
    )[1]


def given(draw):
    """Return a hidden elasticity, how plentiful the tools are, and what experiments show."""
    hidden = draw.pick([0.4, 0.5, 0.6, 0.7, 1.4, 1.6, 1.8, 2.0, 2.5])
    strong = float(draw.whole(3, 5))
    return {
        "hidden": hidden,
        "strong": strong,
        "balanced_gain": share(1.0, hidden),
        "gain": share(strong, hidden),
    }


def answer(hidden):
    """Return the hidden elasticity."""
    return hidden


def wrong_exponent(hidden):
    """Return the exponent in place of the elasticity."""
    return 1 - 1 / hidden


def wrong_balanced():
    """Return the elasticity at which all elements earn the same everywhere."""
    return 1.0


def wrong_upside_down(hidden):
    """Return the elasticity with the exponent's sign turned round."""
    return 1 / (1 / hidden + 2 * (1 - 1 / hidden))
