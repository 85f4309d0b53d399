"""The best life of a patent, drawn."""

from math import log

from nqpf.models.innovation.rules_of_the_game import best_patent_life, best_protected_part


def given(draw):
    """Return a response of demand and a rate."""
    return {
        "response": draw.pick([0.5, 1.0, 2.0, 4.0, 8.0, 15.0]),
        "rate": draw.step(0.03, 0.08, 0.005),
    }


def answer(response, rate):
    """Return the best life."""
    return best_patent_life(demand_response=response, interest_rate=rate)


def wrong_part_as_years(response):
    """Return the best part, in per cent."""
    return 100 * best_protected_part(demand_response=response)


def wrong_no_log(response, rate):
    """Return the part over the rate."""
    return best_protected_part(demand_response=response) / rate


def wrong_left_over(response, rate):
    """Return the life if the logarithm were that of the part protected."""
    return -log(best_protected_part(demand_response=response)) / rate


def reject(response, rate):
    """Return whether two of the numbers cannot be told apart."""
    numbers = [answer(response, rate), wrong_part_as_years(response), wrong_no_log(response, rate),
               wrong_left_over(response, rate)]  # fmt: skip
    return min(abs(a - b) for i, a in enumerate(numbers) for b in numbers[:i]) < 1
