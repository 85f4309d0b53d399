"""The better firm's part of all labour when it bears a wedge."""

import itertools

from nqpf.models.allocation import labour_shares

SIGMA = 3.0


def given(draw):
    """Return how many times as productive the better firm is, and its wedge."""
    return {"ratio": draw.step(1.5, 2.5, 0.1), "wedge": draw.step(0.2, 0.6, 0.05)}


def answer(ratio, wedge):
    """Return the better firm's part of all labour."""
    return labour_shares(
        productivities=[ratio, 1.0], wedges=[wedge, 0.0], elasticity_of_substitution=SIGMA
    )[0]


def wrong_no_wedge(ratio):
    """Return its part in the best division."""
    return answer(ratio, 0.0)


def wrong_price_only(ratio, wedge):
    """Return its part when the wish is divided by one plus the wedge, not by a power of it."""
    wish = ratio ** (SIGMA - 1) / (1 + wedge)
    return wish / (wish + 1)


def wrong_productivity_only(ratio, wedge):
    """Return its part when sizes are proportional to productivity."""
    wish = ratio * (1 + wedge) ** -SIGMA
    return wish / (wish + 1)


def wrong_other_firm(ratio, wedge):
    """Return the other firm's part."""
    return 1 - answer(ratio, wedge)


def reject(ratio, wedge):
    """Return whether two of the answers would be hard to tell apart."""
    answers = sorted(
        [
            answer(ratio, wedge),
            wrong_no_wedge(ratio),
            wrong_price_only(ratio, wedge),
            wrong_productivity_only(ratio, wedge),
            wrong_other_firm(ratio, wedge),
        ]
    )
    return min(after - before for before, after in itertools.pairwise(answers)) < 0.006
