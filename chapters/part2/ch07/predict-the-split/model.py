"""A budget divided between research of one's own and foreign technology."""

from nqpf.models.innovation.absorption import best_own_research, knowledge

CASE = {"research_budget": 10.0, "foreign_price": 0.25, "absorption_difficulty": 2.0}


def given():
    """Return the price, the best part, and what is known with it, with all and with nothing."""
    best = best_own_research(**CASE)
    return {
        "price": CASE["foreign_price"],
        "best": best / CASE["research_budget"],
        "most": knowledge(own_research=best, **CASE),
        "alone": knowledge(own_research=CASE["research_budget"], **CASE),
        "nothing": knowledge(own_research=0.0, **CASE),
    }
