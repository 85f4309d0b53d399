r"""A scenario to 2049: all parts together, year by year (chapter 19).

It is no forecast and holds no figure estimated for China. There are no sectors in it and no demand:
whatever is made is bought. It shows which lever does how much in this machine, and how that
changes with the numbers fed to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast

from nqpf.algebra import Scalar, let, quantity, where
from nqpf.models.scenario.scenario_parts import (
    clean_share,
    efficiency_of_dispersion,
    growth_by_invention_and_absorption,
)
from nqpf.models.security.openness import real_income_after_price_rise

FIRST_YEAR, HORIZON = 2024, 25

# Where the scenario's case is not the one that the earlier chapters start from.
_OWN_CASE = {
    "capital_share": 0.45, "human_capital_growth": 0.008, "frontier_growth": 0.01,
    "proximity": 0.45, "elasticity_of_substitution": 3.0, "home_expenditure": 0.85,
}  # fmt: skip
_AS_DECLARED = (
    "depreciation", "saving_start", "saving_end", "labour_growth", "own_invention",
    "research_effort", "research_returns", "absorption", "openness", "variance_start",
    "log_variance", "adjustment_speed", "capital_output_ratio", "foreign_elasticity",
    "foreign_price_multiple", "shock_year", "energy_saving", "clean_share_start", "clean_speed",
)  # fmt: skip

BASELINE: Mapping[str, float] = _OWN_CASE | {
    name: cast(float, quantity(name).default) for name in _AS_DECLARED
}
"""The teaching baseline: every lever of the scenario where it stands unless it is moved."""


class ScenarioYear(NamedTuple):
    """A year: output, proximity to the frontier, allocative efficiency, emissions (2024 = 1)."""

    output: Scalar
    proximity: Scalar
    efficiency: Scalar
    emissions: Scalar


class _Stocks(NamedTuple):
    """What a year hands on: productivity, the frontier, capital, efficient labour, efficiency."""

    productivity: Scalar
    frontier: Scalar
    capital: Scalar
    labour: Scalar
    efficiency: Scalar


def scenario_years(levers: Mapping[str, Scalar], years: int = HORIZON) -> list[ScenarioYear]:
    """Return the years from 2024 on, with the given levers moved off the baseline.

    Parameters: ``levers`` by the names in ``BASELINE``, each in its declared range, numbers or
    traced numbers; ``years`` after 2024, up to 60, saving staying where it is from 2049 on. Returns
    ``years`` + 1 states, output and emissions relative to 2024. Raises ``ValueError`` for an
    unknown lever or a number out of range. Source: derived here from :cite:t:`solow1956` with the
    models of the earlier chapters.

    >>> round(scenario_years({"openness": .5})[-1].output, 6)
    1.852303
    """
    unknown = sorted(set(levers) - set(BASELINE))
    if unknown:
        raise ValueError(f"{unknown} are no levers; the scenario has {', '.join(BASELINE)}.")
    for name, value in [*levers.items(), ("years", years)]:
        quantity(name).check(value)
    p = {**BASELINE, **levers}
    stocks, found = _start(p), []
    first = let("output_2024", _output(stocks, p, 0))
    for year in range(years + 1):
        output = let(f"output_{FIRST_YEAR + year}", _output(stocks, p, year))
        proximity = let(f"proximity_{year}", stocks.productivity / stocks.frontier)
        relative = output / first
        energy = (1 - p["energy_saving"]) ** year * _dirty(p, year) / _dirty(p, 0)
        found.append(ScenarioYear(relative, proximity, stocks.efficiency, energy * relative))
        stocks = _next(stocks, p, year, output, proximity)
    return found


def _start(p: Mapping[str, Scalar]) -> _Stocks:
    """Return the stocks of 2024, with productivity and labour counted as 1."""
    efficiency = efficiency_of_dispersion(
        log_variance=p["variance_start"],
        elasticity_of_substitution=p["elasticity_of_substitution"],
    )
    share, ratio = p["capital_share"], p["capital_output_ratio"]
    capital = ratio * (efficiency * ratio**share) ** (1 / (1 - share))
    return _Stocks(1.0, 1 / p["proximity"], let("capital_2024", capital), 1.0, efficiency)


def _output(stocks: _Stocks, p: Mapping[str, Scalar], year: int) -> Scalar:
    """Return output, less what dear imports cost in the two years of a shock."""
    made = stocks.efficiency * stocks.productivity * stocks.capital ** p["capital_share"]
    made = made * stocks.labour ** (1 - p["capital_share"])
    names = ["home_expenditure", "foreign_elasticity", "foreign_price_multiple"]
    return where(
        abs(year - p["shock_year"] - 0.5) < 1,
        lambda: made * real_income_after_price_rise(**_some(p, names)),
        lambda: made,
    )


def _next(
    stocks: _Stocks, p: Mapping[str, Scalar], year: int, output: Scalar, proximity: Scalar
) -> _Stocks:
    """Return the stocks a year later."""
    names = ["own_invention", "research_effort", "research_returns", "absorption", "openness"]
    growth = growth_by_invention_and_absorption(relative_productivity=proximity, **_some(p, names))
    part = min(year / HORIZON, 1.0)
    saved = p["saving_start"] + (p["saving_end"] - p["saving_start"]) * part
    names = ["log_variance", "elasticity_of_substitution"]
    goal = efficiency_of_dispersion(**_some(p, names))
    step = p["adjustment_speed"] * (goal - stocks.efficiency)
    labour = stocks.labour * (1 + p["labour_growth"]) * (1 + p["human_capital_growth"])
    return _Stocks(
        let(f"productivity_{year + 1}", stocks.productivity * (1 + growth)),
        let(f"frontier_{year + 1}", stocks.frontier * (1 + p["frontier_growth"])),
        let(f"capital_{year + 1}", (1 - p["depreciation"]) * stocks.capital + saved * output),
        let(f"labour_{year + 1}", labour),
        let(f"efficiency_{year + 1}", stocks.efficiency + step),
    )


def _dirty(p: Mapping[str, Scalar], year: int) -> Scalar:
    names = ["clean_share_start", "clean_speed"]
    return 1 - clean_share(year=float(year), **_some(p, names))


def _some(p: Mapping[str, Scalar], names: list[str]) -> dict[str, Scalar]:
    return {name: p[name] for name in names}
