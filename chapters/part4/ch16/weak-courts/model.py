"""The life that a patent needs where courts enforce a part."""

from nqpf.models.innovation.rules_of_the_game import (
    best_patent_life,
    best_protected_part,
    life_that_protects,
)

RESPONSE, RATE, COURTS = 10.0, 0.05, 0.8


def given():
    """Return the case."""
    return {
        "response": RESPONSE,
        "rate": RATE,
        "courts": COURTS,
        "full": best_patent_life(demand_response=RESPONSE, interest_rate=RATE),
        "wanted": best_protected_part(demand_response=RESPONSE),
    }


def answer(wanted, courts, rate):
    """Return the life that is needed."""
    return life_that_protects(protected_part=wanted, enforcement=courts, interest_rate=rate)


def wrong_as_before(full):
    """Return the life with courts that enforce all."""
    return full


def wrong_in_proportion(full, courts):
    """Return that life over what courts enforce."""
    return full / courts
