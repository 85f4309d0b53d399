"""Scenarios to 2049: all parts together."""

from nqpf.models.scenario.scenario import (
    BASELINE,
    FIRST_YEAR,
    HORIZON,
    ScenarioYear,
    scenario_years,
)

__all__ = [
    "BASELINE",
    "FIRST_YEAR",
    "HORIZON",
    "ScenarioYear",
    "scenario_years",
]
