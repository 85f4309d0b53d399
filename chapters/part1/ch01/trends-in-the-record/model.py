"""Four records of China and the trends that they stand for."""

from nqpf import data

SIDES = ("against the trend", "with the trend")


def trend(measure, year):
    """Return a measure of China in a year."""
    return next(
        row["value"]
        for row in data.rows("trend_indicators")
        if (row["measure"], row["country_code"], row["year"]) == (measure, "CHN", year)
    )


def given():
    """Return first and last figures of each record."""
    first, last = (
        next(row for row in data.rows("green_kaya_china") if row["year"] == year)
        for year in (1995, 2019)
    )
    services = "producer_services_in_inputs"
    return {
        "robots_then": trend("robots", 2019),
        "robots_now": trend("robots", 2023),
        "services_then": trend(services, 1995),
        "services_now": trend(services, 2018),
        "first_services": 1995,
        "last_services": 2018,
        "carbon_then": first["co2_mt"],
        "carbon_now": last["co2_mt"],
        "rate_then": first["co2_mt"] / first["gdp_2017_bn_usd"],
        "rate_now": last["co2_mt"] / last["gdp_2017_bn_usd"],
        "first_carbon": first["year"],
        "last_carbon": last["year"],
    }


def robots(robots_then, robots_now):
    """Return the side of robots: more is with the trend."""
    return SIDES[robots_now > robots_then]


def services(services_then, services_now):
    """Return the side of services: a larger part is with the trend."""
    return SIDES[services_now > services_then]


def carbon(carbon_then, carbon_now):
    """Return the side of emissions: fewer are with the trend."""
    return SIDES[carbon_now < carbon_then]


def rate(rate_then, rate_now):
    """Return the side of emissions for each unit: less is with the trend."""
    return SIDES[rate_now < rate_then]
