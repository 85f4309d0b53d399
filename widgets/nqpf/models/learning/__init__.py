"""Learning by making, early starts, pushes."""

from nqpf.models.learning.learning import (
    cost_after_experience,
    cost_of_early_bird,
    fitted_learning_rate,
    learning_exponent,
    unit_cost_path,
    utilisation_of_race,
)

__all__ = [
    "cost_after_experience",
    "cost_of_early_bird",
    "fitted_learning_rate",
    "learning_exponent",
    "unit_cost_path",
    "utilisation_of_race",
]
