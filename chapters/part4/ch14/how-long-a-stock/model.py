"""The best stock against disruptions of random length."""

from math import log

from nqpf.models.security import best_stock


def given():
    """Return the disruptions and the costs."""
    return {"rate": 0.2, "months": 3.0, "shortage": 10.0, "holding": 0.25}


def answer(rate, months, shortage, holding):
    """Return the best stock in months."""
    return 12 * best_stock(
        disruption_rate=rate,
        disruption_length=months / 12,
        shortage_cost=shortage,
        holding_cost=holding,
    )


def wrong_mean_length(months):
    """Return a stock for a disruption of mean length."""
    return months


def wrong_forgot_the_length(rate, shortage, holding):
    """Return the logarithm alone."""
    return log(rate * shortage / holding)


def wrong_for_sure(months, shortage, holding):
    """Return the stock if there were a disruption every year."""
    return answer(1.0, months, shortage, holding)
