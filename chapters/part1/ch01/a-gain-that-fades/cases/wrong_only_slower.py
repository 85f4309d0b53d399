# expect: still-rising
from nqpf.algebra import let, minimum
from nqpf.models.growth.drivers import Drivers


def productivity_by_driver(
    *, year, transition_years, breakthrough_growth, allocation_gain, upgrading_gain
):
    """Return how far each driver has raised the log of productivity since year 0."""
    made = let("part_made", minimum(year / (2 * transition_years), 1), "F_t")
    parts = (breakthrough_growth * year, allocation_gain * made, upgrading_gain * made)
    return Drivers(*parts, together=parts[0] + parts[1] + parts[2])
