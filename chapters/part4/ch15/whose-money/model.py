"""The opportunity cost of the money of a city."""

from nqpf.models.security.infrastructure_projects import cost_of_funds


def given(draw):
    """Return the part displaced, both returns and that of the project."""
    return {
        "displaced": draw.pick([0.25, 0.4, 0.6, 0.75]),
        "private": draw.pick([0.09, 0.1, 0.12]),
        "saving": draw.pick([0.02, 0.03, 0.04]),
        "project": 0.055,
    }


def answer(displaced, private, saving):
    """Return the weighted mean."""
    return cost_of_funds(displaced_part=displaced, private_return=private, saving_return=saving)


def wrong_bond(saving):
    """Return what savers ask."""
    return saving


def wrong_all_private(private):
    """Return the return on private investment."""
    return private


def wrong_turned_round(displaced, private, saving):
    """Return the mean with the parts exchanged."""
    return cost_of_funds(displaced_part=1 - displaced, private_return=private, saving_return=saving)
