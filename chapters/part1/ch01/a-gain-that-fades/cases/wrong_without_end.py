# expect: bounded
from nqpf.algebra import let
from nqpf.models.growth.drivers import Drivers


def productivity_by_driver(
    *, year, transition_years, breakthrough_growth, allocation_gain, upgrading_gain
):
    """Return how far each driver has raised the log of productivity since year 0."""
    made = let("part_made", year / transition_years, "F_t")
    parts = (breakthrough_growth * year, allocation_gain * made, upgrading_gain * made)
    return Drivers(*parts, together=parts[0] + parts[1] + parts[2])
