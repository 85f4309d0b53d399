"""What twenty and thirty years protect, and the best life with buyers who respond strongly."""

from nqpf.models.innovation.rules_of_the_game import best_patent_life, protected_by_patent

RATE = 0.05


def part(years):
    """Return what so many years protect, if courts enforce all."""
    return protected_by_patent(patent_years=years, enforcement=1.0, interest_rate=RATE)


def given():
    """Return the rate, both parts and the best life."""
    return {
        "rate": RATE,
        "twenty": part(20.0),
        "thirty": part(30.0),
        "best": best_patent_life(demand_response=10.0, interest_rate=RATE),
    }
