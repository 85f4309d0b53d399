"""The model that is changed."""

from nqpf.models.scenario.scenario_parts import growth_by_invention_and_absorption

CHANGED = growth_by_invention_and_absorption
