"""Recompute every derived table from the committed inputs, offline, to the same bytes.

Growth accounting with Törnqvist weights: an input's contribution in a year is the mean of its
income share in that year and the year before, times its log change. The residual is what is left
of the log change of output. A period's figure is the mean of its years.

The shares of research and development are each kind's spending over the total.

Run ``python data/derive.py`` to rewrite the files, then ``python data/seal.py``.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import exp, log, prod
from pathlib import Path

from nqpf.data import rows
from nqpf.models.growth.growth_conventions import tornqvist_growth_of_productivity

COUNTRIES = ("CHN", "USA", "JPN", "KOR", "DEU", "IND")
PERIODS = (
    (1978, 1990), (1990, 2000), (2000, 2007), (2007, 2012), (2012, 2019),
    (1978, 2019), (1990, 2019), (2007, 2019),
)  # fmt: skip
BASE_YEAR = 1978  # of the index of Chinese GDP: the year before the reforms show
LABOUR = ("employment", "hours", "human_capital")
INPUTS = ("real_gdp", "capital_services", *LABOUR)
MEASURES = (
    "capital", "employment", "hours", "human_capital",
    "gdp_growth_pwt", "residual_pwt", "gdp_growth_official", "residual_official",
)  # fmt: skip
RESEARCH = {
    "basic_share": "basic",
    "applied_share": "applied",
    "experimental_share": "experimental",
    "enterprise_share": "funds_enterprise",
    "government_share": "funds_government",
}
Year = dict[str, float]


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


def account(before: Year, now: Year, official: float) -> Year:
    """Return one year's account: shares of income, contributions, growth and both residuals."""
    labour_share = (before["labour_share"] + now["labour_share"]) / 2
    change = {name: log(now[name] / before[name]) for name in INPUTS}
    pwt = residual(before, now)
    return {
        "labour_share": labour_share,
        "capital": (1 - labour_share) * change["capital_services"],
        **{name: labour_share * change[name] for name in LABOUR},
        "gdp_growth_pwt": change["real_gdp"],
        "residual_pwt": pwt,
        "gdp_growth_official": official,
        "residual_official": pwt + official - change["real_gdp"],
    }


def annual_accounts() -> dict[tuple[str, int], Year]:
    """Return every country's account by year, unrounded."""
    official = official_growth()
    shares = {
        (row["country_code"], row["year"]): row["labour_share"] for row in rows("labour_share")
    }
    levels: dict[tuple[str, int], Year] = {}
    for row in rows("growth_inputs"):
        key = (row["country_code"], row["year"])
        levels[key] = {name: row[name] for name in INPUTS} | {"labour_share": shares[key]}
    return {
        (country, year): account(levels[country, year - 1], levels[country, year], growth)
        for (country, year), growth in official.items()
        if (country, year - 1) in levels and (country, year) in levels
    }


def cells(values: Year) -> list[str]:
    """Return the numbers as text with six decimals and no negative zero."""
    return [f"{round(value, 6) + 0.0:.6f}" for value in values.values()]


def annual_rows(accounts: dict[tuple[str, int], Year]) -> Iterator[list[str]]:
    """Yield header and rows of the annual accounts."""
    yield ["country_code", "year", "labour_share", *MEASURES, "source_id"]
    for country in COUNTRIES:
        for year in sorted(year for code, year in accounts if code == country):
            yield [country, str(year), *cells(accounts[country, year]), "derived_growth_accounts"]


def period_rows(accounts: dict[tuple[str, int], Year]) -> Iterator[list[str]]:
    """Yield header and rows of the accounts by period: means of the years after its start."""
    yield ["country_code", "period_start", "period_end", "labour_share", *MEASURES, "source_id"]
    for country in COUNTRIES:
        for start, end in PERIODS:
            years = [accounts[country, year] for year in range(start + 1, end + 1)]
            mean = {name: sum(year[name] for year in years) / len(years) for name in years[0]}
            yield [country, str(start), str(end), *cells(mean), "derived_growth_accounts"]


def rival_rows() -> Iterator[list[str]]:
    """Yield header and rows of China's two GDP series: log growth and index, 1978 = 1."""
    official = {year: rate for (code, year), rate in official_growth().items() if code == "CHN"}
    levels = {
        row["year"]: row["real_gdp"]
        for row in rows("growth_inputs")
        if row["country_code"] == "CHN"
    }
    pwt = {now: log(levels[now] / levels[before]) for before, now in pairwise(sorted(levels))}
    yield ["series", "year", "gdp_growth", "gdp_index", "source_id"]
    for name, growth in (("official", official), ("pwt", pwt)):
        years = [year for year in growth if year > min(levels)]
        for year in years:
            since = sum(growth[y] for y in range(BASE_YEAR + 1, year + 1))
            until = sum(growth[y] for y in range(year + 1, BASE_YEAR + 1))
            values = {"gdp_growth": growth[year], "gdp_index": exp(since - until)}
            yield [name, str(year), *cells(values), "derived_growth_accounts"]


def research_rows() -> Iterator[list[str]]:
    """Yield header and rows of the shares of China's research spending; a gap stays a gap."""
    yield ["year", *RESEARCH, "source_id"]
    for row in rows("rd_china"):
        parts = [row[f"{name}_100m_cny"] for name in RESEARCH.values()]
        total = row["rd_expenditure_100m_cny"]
        shares = ["" if part is None else f"{part / total:.6f}" for part in parts]
        yield [str(row["year"]), *shares, "derived_rd_shares"]


def as_csv(table: Iterable[list[str]]) -> str:
    """Return the rows as the text of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(table)
    return out.getvalue()


def derived() -> dict[str, str]:
    """Return the text of every file that this script makes, by file name."""
    accounts = annual_accounts()
    return {
        "growth_accounts_annual.csv": as_csv(annual_rows(accounts)),
        "growth_accounts_periods.csv": as_csv(period_rows(accounts)),
        "china_gdp_rivals.csv": as_csv(rival_rows()),
        "rd_china_shares.csv": as_csv(research_rows()),
    }


if __name__ == "__main__":
    for file, content in derived().items():
        Path(__file__).with_name(file).write_text(content, encoding="utf-8", newline="")
