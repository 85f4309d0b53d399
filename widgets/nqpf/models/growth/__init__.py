"""Growth: what it is made of, and what drives it."""

from nqpf.models.growth.growth import (
    GrowthContributions,
    capital_deepening,
    growth_contributions,
    growth_of_labour_productivity,
    growth_of_productivity,
)

__all__ = [
    "GrowthContributions",
    "capital_deepening",
    "growth_contributions",
    "growth_of_labour_productivity",
    "growth_of_productivity",
]
