"""Growth after a level gain has been made, and three ways to miss it."""

from nqpf.models.growth.drivers import growth_by_driver, productivity_by_driver


def given(draw):
    """Return a rate, a level gain and the years over which it is made."""
    transition_years = draw.pick([8.0, 10.0, 12.0, 15.0])
    return {
        "breakthrough_growth": draw.step(0.006, 0.02, 0.002),
        "allocation_gain": draw.step(0.2, 0.4, 0.05),
        "transition_years": transition_years,
        "year": transition_years + draw.pick([5.0, 10.0, 15.0]),
    }


def answer(breakthrough_growth, allocation_gain, transition_years, year):
    """Return growth in the year asked for."""
    return growth_by_driver(
        year=year,
        transition_years=transition_years,
        breakthrough_growth=breakthrough_growth,
        allocation_gain=allocation_gain,
        upgrading_gain=0.0,
    ).together


def wrong_goes_on(breakthrough_growth, allocation_gain, transition_years):
    """Return growth during the transition."""
    return answer(breakthrough_growth, allocation_gain, transition_years, year=0.0)


def wrong_mean(breakthrough_growth, allocation_gain, transition_years, year):
    """Return mean growth from the start to the year asked for."""
    return (
        productivity_by_driver(
            year=year,
            transition_years=transition_years,
            breakthrough_growth=breakthrough_growth,
            allocation_gain=allocation_gain,
            upgrading_gain=0.0,
        ).together
        / year
    )


def wrong_nothing_left(allocation_gain, transition_years, year):
    """Return growth in the year asked for if breakthroughs had ended too."""
    return answer(0.0, allocation_gain, transition_years, year)
