"""The growth accounts: published checks, adding-up, and what chapter 2 builds on."""

from itertools import pairwise
from math import exp, log

import pytest
from nqpf import data

COUNTRIES = ["CHN", "USA", "JPN", "KOR", "DEU", "IND"]
PARTS = ("physical_capital", "education", "tfp")
CONTRIBUTIONS = ("capital", "employment", "hours", "human_capital")
ROUNDING = 6e-6  # five numbers of six decimals, each off by at most half a unit
PRINTED = 1e-4  # the early capital index of China has four significant digits


def period(country, start, end):
    for row in data.rows("growth_accounts_periods"):
        if (row["country_code"], row["period_start"], row["period_end"]) == (country, start, end):
            return row
    raise LookupError((country, start, end))


def annual(country):
    return [row for row in data.rows("growth_accounts_annual") if row["country_code"] == country]


def test_the_residual_of_china_hangs_on_the_gdp_series():
    whole = period("CHN", 1978, 2019)
    assert round(100 * whole["residual_pwt"], 2) == 0.36
    assert round(100 * whole["residual_official"], 2) == 3.07


@pytest.mark.parametrize("country", COUNTRIES)
def test_growth_is_contributions_and_residual(country):
    for row in annual(country):
        inputs = sum(row[name] for name in CONTRIBUTIONS)
        for series in ("pwt", "official"):
            growth, residual = row[f"gdp_growth_{series}"], row[f"residual_{series}"]
            assert growth == pytest.approx(inputs + residual, abs=ROUNDING)


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_residual_is_the_tables_own_productivity_growth(country):
    levels = {
        row["year"]: row["productivity"]
        for row in data.rows("growth_inputs")
        if row["country_code"] == country
    }
    own = {now: log(levels[now] / levels[before]) for before, now in pairwise(levels)}
    for row in annual(country):
        assert row["residual_pwt"] == pytest.approx(own[row["year"]], abs=PRINTED)


def test_a_period_is_the_mean_of_its_years():
    for row in data.rows("growth_accounts_periods"):
        start, end = row["period_start"], row["period_end"]
        years = [year for year in annual(row["country_code"]) if start < year["year"] <= end]
        assert len(years) == end - start
        for name in (*CONTRIBUTIONS, "residual_pwt", "residual_official"):
            mean = sum(year[name] for year in years) / len(years)
            assert row[name] == pytest.approx(mean, abs=2e-6)


def test_the_two_series_of_gdp_meet_in_1978_and_part():
    index = {
        (row["series"], row["year"]): row["gdp_index"] for row in data.rows("china_gdp_rivals")
    }
    assert index["official", 1978] == index["pwt", 1978] == 1
    assert index["official", 2019] / index["pwt", 2019] == pytest.approx(3.04, abs=0.005)


def test_the_index_is_what_the_growth_rates_add_up_to():
    rows = [row for row in data.rows("china_gdp_rivals") if row["series"] == "official"]
    for before, now in pairwise(rows):
        grown = before["gdp_index"] * exp(now["gdp_growth"])
        assert now["gdp_index"] == pytest.approx(grown, rel=2e-6)


def test_outside_china_the_two_series_differ_little():
    for country in ("USA", "JPN", "DEU"):
        row = period(country, 1978, 2019)
        assert abs(row["residual_official"] - row["residual_pwt"]) < 0.003


def test_bosworth_and_collins_add_up():
    rows = [r for r in data.rows("published_decompositions") if "bosworth" in r["source_id"]]
    tables = {}
    for row in rows:
        key = (row["country_code"], row["period_start"], row["period_end"])
        tables.setdefault(key, {})[row["measure"]] = row["value"]
    assert len(tables) == 10
    for key, table in tables.items():
        parts = [table[f"{part}_contribution_to_output_per_worker"] for part in PARTS]
        assert sum(parts) == pytest.approx(table["output_per_worker_growth"], abs=0.25), key
