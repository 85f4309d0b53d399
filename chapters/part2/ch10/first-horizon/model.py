"""The first whole horizon at which a project is accepted, drawn."""

from math import ceil, log

from nqpf.models.innovation.patience import value_within_horizon

LONGEST = 30


def given(draw):
    """Return a project that pays late."""
    return {
        "first_return": float(draw.whole(3, 7)),
        "yearly": draw.pick([0.2, 0.25, 0.3, 0.35]),
        "rate": draw.pick([0.05, 0.06, 0.08]),
    }


def answer(first_return, yearly, rate):
    """Return the first whole horizon with a value above zero, or a number too large for any."""
    for years in range(1, LONGEST + 1):
        value = value_within_horizon(
            discount_rate=rate,
            horizon=float(years),
            first_return=first_return,
            years_of_return=15.0,
            yearly_return=yearly,
        )
        if value > 0:
            return years
    return 2 * LONGEST


def wrong_not_discounted(first_return, yearly):
    """Return the year in which the returns, as they are added up, pass the outlay."""
    return first_return - 1 + ceil(1 / yearly + 1e-9)


def wrong_without_the_wait(yearly, rate):
    """Return the years it would take if the first return came after a year."""
    return ceil(-log(1 - rate / yearly) / log(1 + rate))


def reject(first_return, yearly, rate):
    """Return whether the answers coincide or the project is never accepted."""
    found = answer(first_return, yearly, rate)
    others = {wrong_not_discounted(first_return, yearly), wrong_without_the_wait(yearly, rate)}
    return found > 20 or found in others or len(others) < 2
