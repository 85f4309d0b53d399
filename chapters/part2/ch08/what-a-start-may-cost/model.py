"""The most that a head start may cost."""

from nqpf.models.learning import cost_of_early_bird
from nqpf.models.learning.early_start import worth_of_head_start


def given():
    """Return the case."""
    return {
        "head_start": 6.0,
        "market_growth": 0.3,
        "learning_rate": 0.2,
        "spillover": 0.6,
        "discount_rate": 0.06,
        "edge_years": 12.0,
    }


answer = worth_of_head_start


def edge(learning_rate, market_growth, head_start, spillover):
    """Return what the leader saves in a year, over the follower's costs."""
    return 1 - cost_of_early_bird(
        learning_rate=learning_rate,
        market_growth=market_growth,
        head_start=head_start,
        spillover=spillover,
    )


def wrong_nothing_shared(learning_rate, market_growth, head_start, discount_rate, edge_years):
    """Return the answer if no experience were shared."""
    return worth_of_head_start(
        learning_rate=learning_rate,
        market_growth=market_growth,
        head_start=head_start,
        spillover=0.0,
        discount_rate=discount_rate,
        edge_years=edge_years,
    )


def wrong_not_discounted(learning_rate, market_growth, head_start, spillover, edge_years):
    """Return the edges of all years, added up."""
    return edge(learning_rate, market_growth, head_start, spillover) * edge_years


def wrong_the_ratio(learning_rate, market_growth, head_start, spillover, discount_rate, edge_years):
    """Return the discounted ratio in place of the edge."""
    saved = edge(learning_rate, market_growth, head_start, spillover)
    worth = worth_of_head_start(
        learning_rate=learning_rate,
        market_growth=market_growth,
        head_start=head_start,
        spillover=spillover,
        discount_rate=discount_rate,
        edge_years=edge_years,
    )
    return worth / saved * (1 - saved)
