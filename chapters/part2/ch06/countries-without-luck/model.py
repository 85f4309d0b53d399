"""How many of several like countries have no breakthrough."""

import itertools

from nqpf.models.innovation.ladders import chance_of_no_breakthrough


def given(draw):
    """Return the number of countries, breakthroughs expected a year, and the years."""
    return {
        "countries": draw.pick([20, 30, 40]),
        "rate": draw.step(0.05, 0.12, 0.01),
        "years": draw.whole(6, 14),
    }


def answer(countries, rate, years):
    """Return the expected number of countries without a breakthrough."""
    return countries * chance_of_no_breakthrough(
        arrival_rate=rate, researchers=1.0, year=float(years)
    )


def wrong_with_luck(countries, rate, years):
    """Return the expected number with at least one."""
    return countries - answer(countries, rate, years)


def wrong_straight_line(countries, rate, years):
    """Return what is left when the yearly rate is taken off each year."""
    return countries * max(0.0, 1 - rate * years)


def wrong_one_year(countries, rate):
    """Return the expected number without one in a year."""
    return answer(countries, rate, 1)


def reject(countries, rate, years):
    """Return whether two of the answers would be hard to tell apart."""
    answers = sorted(
        [
            answer(countries, rate, years),
            wrong_with_luck(countries, rate, years),
            wrong_straight_line(countries, rate, years),
            wrong_one_year(countries, rate),
        ]
    )
    return min(after - before for before, after in itertools.pairwise(answers)) < 0.6
