"""Recompute every derived table from the committed inputs, offline, to the same bytes.

Growth accounting with Törnqvist weights: an input's contribution in a year is the mean of its
income share in that year and the year before, times its log change. The residual is what is left
of the log change of output. A period's figure is the mean of its years. Two editions of the table
give two sets of accounts, side by side and never chained.

The shares of research and development are each kind's spending over the total.

Citations to patents of American firms are fitted by competition in the industry, as counts with a
mean that is the exponential of a line or a parabola (Poisson regression): once with an effect of
each year, so that industries are compared, and once with one of each industry too, so that each is
compared with itself. Errors allow for anything that the years of an industry share.

Run ``python data/derive.py`` to rewrite the files, then ``python data/seal.py``.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, product
from math import exp, log, prod, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from nqpf.data import rows
from nqpf.models.growth.growth_conventions import tornqvist_growth_of_productivity

COUNTRIES = ("CHN", "USA", "JPN", "KOR", "DEU", "IND")
PERIODS = (
    (1978, 1990), (1990, 2000), (2000, 2007), (2007, 2012), (2012, 2019),
    (1978, 2019), (1990, 2019), (2007, 2019),
)  # fmt: skip
LATER_PERIODS = (*PERIODS, (2012, 2023), (2019, 2023), (1978, 2023))
BASE_YEAR = 1978  # of the index of Chinese GDP: the year before the reforms show
LABOUR = ("employment", "hours", "human_capital")
INPUTS = ("real_gdp", "capital_services", *LABOUR)
RESEARCH = {
    "basic_share": "basic",
    "applied_share": "applied",
    "experimental_share": "experimental",
    "enterprise_share": "funds_enterprise",
    "government_share": "funds_government",
}
SAMPLES: dict[str, Callable[[dict[str, Any]], bool]] = {
    "all": lambda row: True,
    "manufacturing": lambda row: row["branch"] == "manufacturing",
    "all but computers": lambda row: row["industry"] != "334",
}
COMPARED = {"between industries": ("year",), "within an industry": ("year", "industry")}
CURVES = {"straight": 1, "hump": 2}
MIDDLE = 0.85  # of competition, from which lines and parabolas are measured
Year = dict[str, float]
Accounts = dict[tuple[str, int], Year]


def official_growth() -> dict[tuple[str, int], float]:
    """Return the log change of official GDP by country and year."""
    table = rows("gdp_growth_official")
    return {
        (row["country_code"], row["year"]): log(1 + row["gdp_growth_percent"] / 100)
        for row in table
    }


def residual(before: Year, now: Year) -> float:
    """Return the growth of productivity between two years by the book's own model."""
    return tornqvist_growth_of_productivity(
        output_start=1.0,
        output_end=now["real_gdp"] / before["real_gdp"],
        capital_start=1.0,
        capital_end=now["capital_services"] / before["capital_services"],
        labour_start=1.0,
        labour_end=prod(now[name] / before[name] for name in LABOUR),
        capital_share_start=1 - before["labour_share"],
        capital_share_end=1 - now["labour_share"],
    )


def account(before: Year, now: Year) -> Year:
    """Return one year's account: labour's share, contributions of inputs, growth and residual."""
    labour_share = (before["labour_share"] + now["labour_share"]) / 2
    change = {name: log(now[name] / before[name]) for name in INPUTS}
    return {
        "labour_share": labour_share,
        "capital": (1 - labour_share) * change["capital_services"],
        **{name: labour_share * change[name] for name in LABOUR},
        "gdp_growth": change["real_gdp"],
        "residual": residual(before, now),
    }


def levels_of(edition: str) -> dict[tuple[str, int], Year]:
    """Return output, inputs and labour's share by country and year in one edition of the table."""
    table = rows({"10.01": "growth_inputs", "11.0": "growth_inputs_11"}[edition])
    separate = rows("labour_share") if edition == "10.01" else table
    shares = {(row["country_code"], row["year"]): row["labour_share"] for row in separate}
    return {
        key: {name: row[name] for name in INPUTS} | {"labour_share": shares[key]}
        for row in table
        for key in [(row["country_code"], row["year"])]
    }


def annual_accounts(edition: str) -> Accounts:
    """Return every country's account by year in one edition of the table, unrounded."""
    levels = levels_of(edition)
    return {
        (country, year): account(levels[country, year - 1], now)
        for (country, year), now in levels.items()
        if (country, year - 1) in levels
    }


def with_official_output(accounts: Accounts) -> Accounts:
    """Return the accounts with a second growth of output, the official one, and its residual."""
    official = official_growth()
    result = {}
    for key in official.keys() & accounts.keys():
        one = dict(accounts[key])
        own = {"gdp_growth_pwt": one.pop("gdp_growth"), "residual_pwt": one.pop("residual")}
        gap = official[key] - own["gdp_growth_pwt"]
        other = {
            "gdp_growth_official": official[key],
            "residual_official": own["residual_pwt"] + gap,
        }
        result[key] = one | own | other
    return result


def cells(values: Year) -> list[str]:
    """Return the numbers as text with six decimals and no negative zero."""
    return [f"{round(value, 6) + 0.0:.6f}" for value in values.values()]


def annual_rows(accounts: Accounts, source: str) -> Iterator[list[str]]:
    """Yield header and rows of the annual accounts."""
    yield ["country_code", "year", *next(iter(accounts.values())), "source_id"]
    for country in COUNTRIES:
        for year in sorted(year for code, year in accounts if code == country):
            yield [country, str(year), *cells(accounts[country, year]), source]


def period_rows(
    accounts: Accounts, periods: Iterable[tuple[int, int]], source: str
) -> Iterator[list[str]]:
    """Yield header and rows of the accounts by period: means of the years after its start."""
    names = list(next(iter(accounts.values())))
    yield ["country_code", "period_start", "period_end", *names, "source_id"]
    for country in COUNTRIES:
        for start, end in periods:
            years = [accounts[country, year] for year in range(start + 1, end + 1)]
            mean = {name: sum(year[name] for year in years) / len(years) for name in names}
            yield [country, str(start), str(end), *cells(mean), source]


def output_growth(edition: str) -> dict[int, float]:
    """Return the log change of China's GDP by year in one edition of the table."""
    levels = {year: one["real_gdp"] for (code, year), one in levels_of(edition).items()
              if code == "CHN"}  # fmt: skip
    return {now: log(levels[now] / levels[before]) for before, now in pairwise(sorted(levels))}


def rival_rows() -> Iterator[list[str]]:
    """Yield header and rows of China's three GDP series: log growth and index, 1978 = 1."""
    official = {year: rate for (code, year), rate in official_growth().items() if code == "CHN"}
    first = min(year for code, year in levels_of("10.01") if code == "CHN")
    yield ["series", "year", "gdp_growth", "gdp_index", "source_id"]
    for name, growth in (
        ("official", official),
        ("pwt1001", output_growth("10.01")),
        ("pwt110", output_growth("11.0")),
    ):
        for year in (year for year in growth if year > first):
            since = sum(growth[y] for y in range(BASE_YEAR + 1, year + 1))
            until = sum(growth[y] for y in range(year + 1, BASE_YEAR + 1))
            values = {"gdp_growth": growth[year], "gdp_index": exp(since - until)}
            yield [name, str(year), *cells(values), "derived_gdp_rivals"]


def research_rows() -> Iterator[list[str]]:
    """Yield header and rows of the shares of China's research spending; a gap stays a gap."""
    yield ["year", *RESEARCH, "source_id"]
    for row in rows("rd_china"):
        parts = [row[f"{name}_100m_cny"] for name in RESEARCH.values()]
        total = row["rd_expenditure_100m_cny"]
        shares = ["" if part is None else f"{part / total:.6f}" for part in parts]
        yield [str(row["year"]), *shares, "derived_rd_shares"]


def dummies(values: list[Any]) -> np.ndarray:
    """Return a column of 0 and 1 for each value but the first."""
    names = sorted(set(values))[1:]
    return np.array([[float(value == name) for name in names] for value in values])


def poisson(counts: np.ndarray, firms: np.ndarray, design: np.ndarray) -> np.ndarray:
    """Return the coefficients of a Poisson regression of counts a firm, by Newton's steps."""
    found = np.zeros(design.shape[1])
    found[0] = log(counts.sum() / firms.sum())
    for _ in range(200):
        mean = firms * np.exp(design @ found)
        step = np.linalg.solve(design.T @ (mean[:, None] * design), design.T @ (counts - mean))
        found = found + step / max(1.0, float(abs(step).max()))
        if abs(step).max() < 1e-12:
            return found
    raise ArithmeticError("the regression does not settle.")


def covariance(
    counts: np.ndarray, firms: np.ndarray, design: np.ndarray, found: np.ndarray, groups: list[str]
) -> np.ndarray:
    """Return the covariance of the coefficients, robust to what the years of a group share."""
    mean = firms * np.exp(design @ found)
    bread = np.linalg.inv(design.T @ (mean[:, None] * design))
    scores = design * (counts - mean)[:, None]
    members = np.array(groups)
    names = sorted(set(groups))
    sums = np.array([scores[members == name].sum(axis=0) for name in names])
    few = len(names) / (len(names) - 1) * (len(counts) - 1) / (len(counts) - design.shape[1])
    spread: np.ndarray = bread @ (sums.T @ sums) @ bread * few
    return spread


def fitted(sample: str, compared: str, curve: str) -> Year:
    """Return slope and bend of citations by competition, their errors, and where the top is."""
    kept = [row for row in rows("competition_patents") if SAMPLES[sample](row)]
    counts, firms = (
        np.array([float(row[name]) for row in kept]) for name in ("citations", "firms")
    )
    away = np.array([row["competition"] - MIDDLE for row in kept])
    powers = [away**power for power in range(1, CURVES[curve] + 1)]
    effects = [dummies([row[name] for row in kept]) for name in COMPARED[compared]]
    design = np.column_stack([np.ones(len(kept)), *powers, *effects])
    found = poisson(counts, firms, design)
    spread = covariance(counts, firms, design, found, [row["industry"] for row in kept])
    values = {"slope": found[1], "slope_error": sqrt(spread[1, 1])}
    if curve == "straight":
        return values
    bend = found[2]
    turn = np.array([-1 / (2 * bend), found[1] / (2 * bend**2)])
    return values | {
        "bend": bend,
        "bend_error": sqrt(spread[2, 2]),
        "covariance": spread[1, 2],
        "top": MIDDLE - found[1] / (2 * bend),
        "top_error": sqrt(turn @ spread[1:3, 1:3] @ turn),
    }


def fit_rows() -> Iterator[list[str]]:
    """Yield header and rows of the fits; a straight line has no bend and no top."""
    names = list(fitted("all", "between industries", "hump"))
    yield ["industries", "comparison", "curve", *names, "source_id"]
    for case in product(SAMPLES, COMPARED, CURVES):
        values = fitted(*case)
        numbers = [f"{values[name] + 0.0:.4f}" if name in values else "" for name in names]
        yield [*case, *numbers, "derived_competition_fits"]


def as_csv(table: Iterable[list[str]]) -> str:
    """Return the rows as the text of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(table)
    return out.getvalue()


def derived() -> dict[str, str]:
    """Return the text of every file that this script makes, by file name."""
    old, new = with_official_output(annual_accounts("10.01")), annual_accounts("11.0")
    old_source, new_source = "derived_growth_accounts", "derived_growth_accounts_11"
    return {
        "growth_accounts_annual.csv": as_csv(annual_rows(old, old_source)),
        "growth_accounts_periods.csv": as_csv(period_rows(old, PERIODS, old_source)),
        "growth_accounts_annual_11.csv": as_csv(annual_rows(new, new_source)),
        "growth_accounts_periods_11.csv": as_csv(period_rows(new, LATER_PERIODS, new_source)),
        "china_gdp_rivals.csv": as_csv(rival_rows()),
        "rd_china_shares.csv": as_csv(research_rows()),
        "competition_fits.csv": as_csv(fit_rows()),
    }


if __name__ == "__main__":
    for file, content in derived().items():
        Path(__file__).with_name(file).write_text(content, encoding="utf-8", newline="")
