"""The degree of competition at which an industry innovates most."""

from math import sqrt

from nqpf.models.innovation.rules_of_the_game import competition_with_most_innovation


def given():
    """Return the rate of copying."""
    return {"copying": 0.4}


def answer(copying):
    """Return the degree of competition with most innovation."""
    return competition_with_most_innovation(imitation_rate=copying)


def wrong_effort(copying):
    """Return the effort there."""
    return sqrt((copying**2 + 2) / 3)


def wrong_war():
    """Return a price war."""
    return 1.0


def wrong_no_copying(copying):
    """Return the competition if nobody copied."""
    return wrong_effort(copying) ** 2 / 2
