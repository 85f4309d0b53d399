"""Unit cost in a small and in a large market."""

from nqpf.models.learning import unit_cost_path


def last_cost(learning_rate, market_size):
    """Return the part of the first cost that is left after 29 years."""
    return unit_cost_path(
        learning_rate=learning_rate,
        market_size=market_size,
        price_elasticity=1.5,
        price_markup=1.2,
        years=29,
    )[-1]


def given():
    """Return what is left in either market, and where nothing is learnt."""
    return {
        "small": last_cost(0.2, 0.5),
        "large": last_cost(0.2, 2.0),
        "none": last_cost(0.0, 2.0),
    }
