"""Security and openness: suppliers, routes, space, infrastructure."""

from nqpf.models.security.security import (
    best_home_share,
    best_stock,
    chance_of_losing_all,
    concentration_around_largest,
    concentration_of_suppliers,
    cost_of_stock,
)

__all__ = [
    "best_home_share",
    "best_stock",
    "chance_of_losing_all",
    "concentration_around_largest",
    "concentration_of_suppliers",
    "cost_of_stock",
]
