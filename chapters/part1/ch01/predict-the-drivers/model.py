"""Growth in the first and in the fortieth year, at the teaching values of the three drivers."""

from nqpf.models.growth.drivers import (
    gain_from_reallocation,
    gain_from_upgrading,
    growth_by_driver,
    growth_from_breakthroughs,
)

YEARS = 15.0


def growth(year):
    """Return growth in a year, with all three drivers switched on."""
    return growth_by_driver(
        year=year,
        transition_years=YEARS,
        breakthrough_growth=growth_from_breakthroughs(
            arrival_rate=0.2, researchers=0.3, step_size=1.2
        ),
        allocation_gain=gain_from_reallocation(
            elasticity_of_substitution=3.0, dispersion_start=0.6, dispersion_end=0.4
        ),
        upgrading_gain=gain_from_upgrading(
            advanced_share_start=0.2, advanced_share_end=0.4, advanced_productivity=3.0
        ),
    ).together


def given():
    """Return growth early and late, and the years over which the gains are made."""
    return {"first": growth(0.0), "fortieth": growth(39.0), "years": YEARS}
