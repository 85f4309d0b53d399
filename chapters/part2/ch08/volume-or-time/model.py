"""A learning rate with the work of time taken out."""

import itertools
from math import exp

from nqpf.models.learning import fitted_learning_rate


def given(draw):
    """Return the yearly fall of price, the growth of experience and the work of time."""
    return {
        "fall": draw.step(0.07, 0.14, 0.01),
        "growth": draw.step(0.2, 0.4, 0.02),
        "time": draw.step(0.02, 0.05, 0.01),
    }


def rate(fall, growth):
    """Return the learning rate of a record with this fall and growth of logarithms a year."""
    return fitted_learning_rate([1.0, exp(growth)], [1.0, exp(-fall)])


def answer(fall, growth, time):
    """Return the learning rate without what time does."""
    return rate(fall - time, growth)


def wrong_record(fall, growth):
    """Return the learning rate of the record."""
    return rate(fall, growth)


def wrong_exponent(fall, growth, time):
    """Return the exponent."""
    return (fall - time) / growth


def wrong_yearly(fall, time):
    """Return what volume takes off in a year."""
    return fall - time


def reject(fall, growth, time):
    """Return whether two of the answers would be hard to tell apart."""
    found = sorted(
        [
            answer(fall, growth, time),
            wrong_record(fall, growth),
            wrong_exponent(fall, growth, time),
            wrong_yearly(fall, time),
        ]
    )
    return min(after - before for before, after in itertools.pairwise(found)) < 0.01
