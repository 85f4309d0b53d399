"""Every observed chart says which edition its figures are, and one page says how old all are."""

from __future__ import annotations

import datetime
import math
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nqpf import data
from nqpf.explorers import explorers
from nqpf.models.learning import fitted_learning_rate
from nqpf.prose import figure
from nqpf.site.datasets.vintages import editions, overdue, vintages

OBSERVED = [slug for slug, one in explorers().items() if one.kind == "observed"]
SHOWN = {key for slug in OBSERVED for key in explorers()[slug].sources if key in data.names()}
NUMBER = re.compile(r"\d+\.\d+|\b\d+\b(?!–)")


def test_every_series_behind_an_observed_chart_has_an_edition() -> None:
    series = {name for name in SHOWN if data.describe(name)["kind"] != "compiled"}
    assert series - set(vintages()) == set()


@pytest.mark.parametrize("slug", OBSERVED)
def test_an_observed_chart_names_its_editions(slug: str) -> None:
    assert editions(explorers()[slug])


def test_a_chart_of_a_model_has_no_edition() -> None:
    assert not any(editions(one) for one in explorers().values() if one.kind != "observed")


def test_an_edition_is_that_of_a_source_of_its_data_set() -> None:
    for row in data.rows("vintages"):
        known = {one["source_id"] for one in data.describe(str(row["dataset"]))["sources"]}
        assert row["source_id"] in known, row["dataset"]
        late, out = row["next_expected"], row["published"]
        assert not late or not out or late > out, row["dataset"]


def test_a_series_that_goes_on_has_a_next_edition_and_no_other_has() -> None:
    for row in data.rows("vintages"):
        goes_on = row["rhythm"] in ("quarterly or monthly", "yearly", "every few years")
        if row["dataset"] != "value_added_20":  # its surveys come in years that are not announced
            assert goes_on == bool(row["next_expected"]), row["dataset"]


def said(dataset: str) -> list[float]:
    """Return the numbers in which a record tells what changed, in their order."""
    return [float(one) for one in NUMBER.findall(vintages()[dataset].said_before)]


def share_of_labour(year: int) -> float:
    """Return labour's share of all value added in a year of the input–output tables."""
    paid, made = (
        figure("value_added_20", column, year=year, sector="all")
        for column in ("compensation", "value_added")
    )
    return round(100 * paid / made, 1)


def test_what_changed_is_what_the_tables_say() -> None:
    china = {"country_code": "CHN", "period_start": 1978, "period_end": 2019}
    old = figure("growth_accounts_periods", "residual_pwt", **china)
    new = figure("growth_accounts_periods_11", "residual", **china)
    assert {round(100 * old, 2), round(100 * new, 2)} <= set(said("growth_accounts_annual_11"))
    grown = (
        figure("growth_accounts_periods", "gdp_growth_pwt", **china),
        figure("growth_accounts_periods_11", "gdp_growth", **china),
    )
    times = {round(math.exp(41 * one), 1) for one in grown}
    assert times <= set(said("growth_inputs_11"))
    assert {share_of_labour(year) for year in (2020, 2023)} <= set(said("value_added_20"))
    for table in ("learning_solar_pv", "learning_solar_pv_2025"):
        rows = [row for row in data.rows(table) if row["year"] <= 2019]
        made, paid = (
            [row[name] for row in rows] for name in ("cumulative_capacity_mw", "module_price")
        )
        rate = round(100 * fitted_learning_rate(made, paid), 1)
        assert rate in said("learning_solar_pv_2025")


def test_a_data_set_past_its_next_edition_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Being old is no failure: what is past its month is named in the output of the tests."""
    assert [one.dataset for one in overdue("2000-01")] == []
    assert {one.dataset for one in overdue("9999-12")} == {
        row["dataset"] for row in data.rows("vintages") if row["next_expected"]
    }
    late = overdue(datetime.date.today().strftime("%Y-%m"))
    with capsys.disabled():
        for one in late:
            print(f"\n{one.dataset}: a newer edition was expected in {one.next_expected}", end="")


def test_the_page_lists_every_edition_and_names_what_is_late(site: Path) -> None:
    page = BeautifulSoup(
        (site / "chapters/reference/how-old.html").read_text("utf-8"), "html.parser"
    )
    table = page.select(".vintages tbody tr")
    assert [row["id"] for row in table] == list(vintages())
    for row in table:
        assert vintages()[str(row["id"])].edition in row.get_text()
    day = re.search(r"Looked at on (\d{4}-\d{2})-\d{2}", page.get_text())
    assert day
    late = {str(link["href"]) for link in page.select(".vintages-late a")}
    assert late == {f"generated/datasets/{one.dataset}.html" for one in overdue(day[1])}


def test_a_chart_on_a_page_shows_its_editions_and_leads_to_all(site: Path) -> None:
    page = BeautifulSoup((site / "chapters/part1/ch02.html").read_text("utf-8"), "html.parser")
    foot = page.select_one("#the-record .explorer-edition")
    assert foot
    assert "11.0" in foot.get_text()
    assert "10.01" in foot.get_text()
    link = foot.select_one("a")
    assert link
    assert str(link["href"]).endswith("chapters/reference/how-old.html")
    assert not page.select("#sources-of-growth .explorer-edition")
