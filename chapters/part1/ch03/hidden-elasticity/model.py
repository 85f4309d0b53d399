"""A hidden elasticity, seen through the share of a plentiful element."""

import itertools

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
    hidden = draw.step(0.3, 2.6, 0.1)
    strong = draw.step(3.0, 5.0, 0.5)
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


def wrong_ratio_of_gains(gain, balanced_gain):
    """Return the gain at the third point as a multiple of the gain at balance."""
    return gain / balanced_gain


def reject(hidden, gain, balanced_gain, **_others):
    """Return whether two of the answers would be hard to tell apart."""
    answers = sorted(
        [
            answer(hidden),
            wrong_exponent(hidden),
            wrong_balanced(),
            wrong_ratio_of_gains(gain, balanced_gain),
        ]
    )
    return any(
        after - before < 0.03 * (abs(after) + abs(before))
        for before, after in itertools.pairwise(answers)
    )
