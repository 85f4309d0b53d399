"""What a country knows before and after foreign technology becomes dearer."""

from nqpf.models.innovation.absorption import best_own_research, knowledge


def given():
    """Return the budget, the two prices and how hard absorption is."""
    return {
        "research_budget": 10.0,
        "before": 0.25,
        "after": 0.9,
        "absorption_difficulty": 2.0,
    }


def best(price, research_budget, absorption_difficulty):
    """Return the best research of one's own at a price."""
    return best_own_research(
        research_budget=research_budget,
        foreign_price=price,
        absorption_difficulty=absorption_difficulty,
    )


def known(own, price, research_budget, absorption_difficulty):
    """Return knowledge for a split and a price."""
    return knowledge(
        own_research=own,
        research_budget=research_budget,
        foreign_price=price,
        absorption_difficulty=absorption_difficulty,
    )


def answer(before, after, research_budget, absorption_difficulty):
    """Return by what part knowledge falls when the split is the best at either price."""
    rest = (research_budget, absorption_difficulty)
    first = known(best(before, *rest), before, *rest)
    return 1 - known(best(after, *rest), after, *rest) / first


def wrong_same_split(before, after, research_budget, absorption_difficulty):
    """Return by what part it falls when the old split is kept."""
    rest = (research_budget, absorption_difficulty)
    own = best(before, *rest)
    return 1 - known(own, after, *rest) / known(own, before, *rest)


def wrong_by_price(before, after):
    """Return by what part a unit of money buys less abroad."""
    return 1 - before / after
