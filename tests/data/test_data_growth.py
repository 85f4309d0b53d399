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


EDITIONS = {"10.01": ("", "_pwt"), "11.0": ("_11", "")}
"""What names the tables of an edition of the Penn World Table, and their columns of output."""


def in_edition(edition, table):
    return data.rows(f"growth_{table}{EDITIONS[edition][0]}")


def column(edition, name):
    return f"{name}{EDITIONS[edition][1]}"


def test_the_residual_of_china_hangs_on_the_gdp_series():
    whole = period("CHN", 1978, 2019)
    assert round(100 * whole["residual_pwt"], 2) == 0.36
    assert round(100 * whole["residual_official"], 2) == 3.07


def test_a_newer_edition_moves_china_from_last_to_first_of_six():
    found = {}
    for edition in EDITIONS:
        of_all = {
            row["country_code"]: round(100 * row[column(edition, "residual")], 2)
            for row in in_edition(edition, "accounts_periods")
            if (row["period_start"], row["period_end"]) == (1978, 2019)
        }
        found[edition] = sorted(of_all.items(), key=lambda item: -item[1])
    assert found["10.01"][-1] == ("CHN", 0.36)
    assert found["11.0"][0] == ("CHN", 3.18)


def test_the_slowdown_of_china_is_in_both_editions():
    falling = {}
    for edition in EDITIONS:
        own = {
            (row["period_start"], row["period_end"]): 100 * row[column(edition, "residual")]
            for row in in_edition(edition, "accounts_periods")
            if row["country_code"] == "CHN"
        }
        spans = [(2000, 2007), (2007, 2012), (2012, 2019), (2019, 2023)]
        falling[edition] = [round(own[span], 2) for span in spans if span in own]
    assert falling["11.0"] == [4.48, 2.65, 2.40, 1.71]
    assert falling["10.01"] == sorted(falling["10.01"], reverse=True)


def test_the_newer_edition_follows_the_official_growth_of_china():
    growth = {(r["series"], r["year"]): r["gdp_growth"] for r in data.rows("china_gdp_rivals")}
    gaps = [
        abs(growth["pwt110", year] - growth["official", year]) * 100 for year in range(1979, 2023)
    ]
    assert max(gaps) < 0.05
    index = {(r["series"], r["year"]): r["gdp_index"] for r in data.rows("china_gdp_rivals")}
    assert [round(index[name, 2019], 1) for name in ("pwt1001", "pwt110")] == [12.9, 39.2]


@pytest.mark.parametrize("edition", EDITIONS)
def test_growth_is_contributions_and_residual(edition):
    series = ("pwt", "official") if edition == "10.01" else ("",)
    for row in in_edition(edition, "accounts_annual"):
        inputs = sum(row[name] for name in CONTRIBUTIONS)
        for one in series:
            growth, residual = (
                row[f"{name}_{one}".rstrip("_")] for name in ("gdp_growth", "residual")
            )
            assert growth == pytest.approx(inputs + residual, abs=ROUNDING)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("country", COUNTRIES)
def test_the_residual_is_the_tables_own_productivity_growth(country, edition):
    levels = {
        row["year"]: row["productivity"]
        for row in in_edition(edition, "inputs")
        if row["country_code"] == country
    }
    own = {now: log(levels[now] / levels[before]) for before, now in pairwise(levels)}
    printed = PRINTED if edition == "10.01" else 2e-6
    accounts = [r for r in in_edition(edition, "accounts_annual") if r["country_code"] == country]
    assert len(accounts) >= 48
    for row in accounts:
        assert row[column(edition, "residual")] == pytest.approx(own[row["year"]], abs=printed)


def test_the_accounts_of_the_newer_edition_worked_out_again():
    """Two logarithms and a mean share a term: neither the script nor the book's model is asked."""
    table = {(r["country_code"], r["year"]): r for r in data.rows("growth_inputs_11")}
    worth = {"capital": "capital_services", **{name: name for name in CONTRIBUTIONS[1:]}}
    done = 0
    for row in data.rows("growth_accounts_annual_11"):
        now = table[row["country_code"], row["year"]]
        before = table[row["country_code"], row["year"] - 1]
        labour = 0.5 * (now["labour_share"] + before["labour_share"])
        left = log(now["real_gdp"]) - log(before["real_gdp"])
        assert row["gdp_growth"] == pytest.approx(left, abs=6e-7)
        for part, source in worth.items():
            share = 1 - labour if part == "capital" else labour
            expected = share * (log(now[source]) - log(before[source]))
            assert row[part] == pytest.approx(expected, abs=6e-7), (part, row)
            left -= expected
        assert row["residual"] == pytest.approx(left, abs=6e-7)
        done += 1
    assert done == len(table) - len(COUNTRIES)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_period_is_the_mean_of_its_years(edition):
    yearly = in_edition(edition, "accounts_annual")
    for row in in_edition(edition, "accounts_periods"):
        start, end = row["period_start"], row["period_end"]
        years = [
            year
            for year in yearly
            if year["country_code"] == row["country_code"] and start < year["year"] <= end
        ]
        assert len(years) == end - start
        for name in (*CONTRIBUTIONS, column(edition, "residual")):
            mean = sum(year[name] for year in years) / len(years)
            assert row[name] == pytest.approx(mean, abs=2e-6)


def test_the_two_series_of_gdp_meet_in_1978_and_part():
    index = {
        (row["series"], row["year"]): row["gdp_index"] for row in data.rows("china_gdp_rivals")
    }
    assert {index[name, 1978] for name in ("official", "pwt1001", "pwt110")} == {1}
    assert index["official", 2019] / index["pwt1001", 2019] == pytest.approx(3.04, abs=0.005)


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
