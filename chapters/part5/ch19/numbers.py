"""The numbers in the sentences of chapter 19, from its data and its models."""

from math import log, prod
from typing import Any

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.scenario import BASELINE, FIRST_YEAR, HORIZON, scenario_years
from nqpf.models.scenario.scenario_parts import (
    growth_by_invention_and_absorption,
    proximity_in_the_long_run,
)
from nqpf.numbers import percent, plain, year
from nqpf.prose import figure

UNIT = "Economist Intelligence Unit"
PARTS = ["own_invention", "research_effort", "research_returns", "absorption", "openness"]


def projected(institution: str, *, decimals: int = 1, **where: str | int) -> str:
    """Return a projected growth rate as text, in per cent without the sign."""
    value = figure("growth_projections", "value_high", institution=institution, **where)
    return plain(decimals).text(value)


def passing(published: str) -> str:
    """Return the year in which an edition of the unit had one economy pass the other."""
    where = {"institution": UNIT, "published": published, "unit": "year, at market exchange rates"}
    return year().text(figure("growth_projections", "value_low", **where))


def moved(earlier: str, later: str) -> str:
    """Return by how many years the unit's date moved between two editions."""
    return plain(0).text(abs(float(passing(later)) - float(passing(earlier))))


def published_growth(start: int, end: int) -> float:
    """Return mean growth a year from one year to another by the official series."""
    rows = {
        row["year"]: row["gdp_growth_percent"]
        for row in data.rows("gdp_growth_official")
        if row["country_code"] == "CHN"
    }
    factors = (1 + rows[when] / 100 for when in range(start + 1, end + 1))
    return float(prod(factors) ** (1 / (end - start)) - 1)


def dates() -> dict[str, str]:
    """Return the texts of dates and projections."""
    shown = explorer("what-others-project").readouts(when=2035)
    long = {"period_start": 2031, "period_end": 2050}
    world_bank: dict[str, Any] = {"published": "2019-09", "period_start": 2031}
    return {
        "date_2017": passing("2017-04"),
        "date_2019": passing("2019-04"),
        "date_2020": passing("2020-05"),
        "date_2022": passing("2022-07"),
        "date_2023": passing("2023-10"),
        "years_sooner": moved("2017-04", "2020-05"),
        "years_later": moved("2020-05", "2023-10"),
        "eiu_first": projected(UNIT, published="2017-04", **long),
        "eiu_second": projected(UNIT, published="2019-04", **long),
        "eiu_last": projected(UNIT, published="2022-07", **long),
        "low_2035": percent(1).text(shown["low"]),
        "high_2035": percent(1).text(shown["high"]),
        "low_times": plain(1).text((1 + shown["low"]) ** HORIZON),
        "high_times": plain(1).text((1 + shown["high"]) ** HORIZON),
        "wb_limited": projected("World Bank and DRC", scenario="limited reform", **world_bank),
        "wb_bold": projected("World Bank and DRC", scenario="bold reform", **world_bank),
        "liu": projected("Liu and Chen, Renmin University"),
        "aim": projected("Official aim", decimals=2),
        "pritchett": projected("Pritchett and Summers", period_start=2013, decimals=2),
        "oecd": projected("OECD", period_start=2011),
        "since_2011": percent(1).text(published_growth(2011, 2022)),
        "since_2013": percent(1).text(published_growth(2013, 2022)),
        "since_2019": percent(1).text(published_growth(2019, 2022)),
    }


def settled(openness: float) -> float:
    """Return where the baseline's economy settles with some openness."""
    case = {name: BASELINE[name] for name in [*PARTS, "frontier_growth"]}
    return float(proximity_in_the_long_run(**(case | {"openness": openness})))


def machine() -> dict[str, str]:
    """Return the texts of the machine's paths and of where they lead."""
    shown = explorer("to-2049")
    trade = shown.readouts()
    back = {"openness": 1.0, "research_effort": 1.0}
    rest = settled(1.0)
    speed = BASELINE["absorption"] * rest
    share = BASELINE["capital_share"]
    frontier, labour, skills = (
        1 + BASELINE[name] for name in ("frontier_growth", "labour_growth", "human_capital_growth")
    )
    path = scenario_years({})
    case = {name: BASELINE[name] for name in PARTS}

    def productivity(after: int) -> str:
        found = growth_by_invention_and_absorption(
            relative_productivity=path[after].proximity, **case
        )
        return percent(2).text(float(found))

    return {
        "trade_growth": percent(2).text(trade["growth"]),
        "base_growth": percent(2).text(shown.readouts(**back)["growth"]),
        "allocation_growth": percent(2).text(shown.readouts(**back, log_variance=0.05)["growth"]),
        "start_proximity": percent(0).text(BASELINE["proximity"]),
        "rest": percent(0).text(rest),
        "rest_half": percent(0).text(settled(0.5)),
        "speed": percent(1).text(speed),
        "half_life": plain(0).text(log(2) / speed),
        "long_run": percent(2).text(frontier ** (1 / (1 - share)) * labour * skills - 1),
        "machine_start": productivity(0),
        "machine_2030": productivity(2030 - FIRST_YEAR),
    }


def parts() -> dict[str, str]:
    """Return the texts of what levers add, of doubt, and of the fan."""
    adds, fan = explorer("what-each-adds"), explorer("fan-to-2049")
    lever = explorer("which-lever").readouts()
    near = explorer("which-lever").readouts(
        proximity=0.9, research_returns=1.0, own_invention=0.012
    )
    return {
        "level_part": percent(0).text(adds.readouts()["part"]),
        "growth_part": percent(0).text(adds.readouts(ruler=1)["part"]),
        "research_place": plain(0).text(lever["research"]),
        "openness_place": plain(0).text(lever["openness"]),
        "research_near": plain(0).text(near["research"]),
        "openness_near": plain(0).text(near["openness"]),
        "combinations": plain(0).text(3**6),
        "fan_spread": percent(0).text(fan.start["spread"]),
        "fan_low": plain(2).text(fan.readouts()["low"]),
        "fan_high": plain(2).text(fan.readouts()["high"]),
    }


def tests() -> dict[str, str]:
    """Return the texts of productivity by two editions, and of demand."""

    def residual(dataset: str, column: str, start: int, end: int) -> float:
        where: dict[str, Any] = {"country_code": "CHN", "period_start": start, "period_end": end}
        return figure(dataset, column, **where)

    new, old = "growth_accounts_periods_11", "growth_accounts_periods"
    month = "2026 January-August"
    return {
        "tfp_old": plain(2).text(100 * residual(old, "residual_pwt", 1978, 2019)),
        "tfp_new": plain(2).text(100 * residual(new, "residual", 1978, 2019)),
        "tfp_before": percent(1).text(residual(new, "residual", 2012, 2019)),
        "tfp_after": percent(1).text(residual(new, "residual", 2019, 2023)),
        "retail": plain(1).text(
            figure(
                "demand_china_2026",
                "change_percent",
                indicator="retail sales of consumer goods",
                period=month,
            )
        ),
        "private": plain(1).text(
            figure(
                "demand_china_2026",
                "change_percent",
                indicator="fixed investment, private",
                period=month,
            )
        ),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of chapter 19 use, by its name."""
    return dates() | machine() | parts() | tests()
