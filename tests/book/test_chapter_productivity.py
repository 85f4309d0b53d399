"""What chapter 2 says in words about its explorers and data holds in them."""

from itertools import product
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nqpf import data
from nqpf.explorers import explorer

NEWER, OLDER = 0, 1
SHARES = [
    1 - r["labour_share"] for r in data.rows("growth_inputs_11") if r["country_code"] == "CHN"
]
COLUMNS = {
    "11.0": ("growth_accounts_periods_11", "gdp_growth", "residual"),
    "10.01": ("growth_accounts_periods", "gdp_growth_pwt", "residual_pwt"),
}


def account(edition: str, country: str, start: int, end: int) -> tuple[float, float]:
    """Return growth and residual of a country's period in one edition."""
    table, *columns = COLUMNS[edition]
    for row in data.rows(table):
        if (row["country_code"], row["period_start"], row["period_end"]) == (country, start, end):
            grown, residual = (row[column] for column in columns)
            return grown, residual
    raise LookupError((edition, country, start, end))


def record(readout: str, **values: float) -> float:
    """Return what *The record* says at a setting."""
    return explorer("the-record").readouts(**values)[readout]


def test_three_conventions_give_three_shares_and_turn_the_verdict_round() -> None:
    case = explorer("sources-of-growth")
    found = {
        round(case.readouts(**setting)["share"], 3): case.sentences(**setting)[1]
        for setting in ({}, {"capital_share": 0.6}, {"credit": 1})
    }
    assert list(found) == [0.375, 0.233, 0.75]
    assert [words.split()[-1] for words in found.values()] == [
        "capital.",
        "capital.",
        "productivity.",
    ]


def test_the_dashed_line_is_the_solid_one_divided_by_labours_share() -> None:
    for row in explorer("sources-of-growth").at().tables["lines"].fixed:
        assert row["credited"] == pytest.approx(row["plain"] / (1 - row["capital_share"]))


def test_nearly_the_whole_gap_in_output_lands_in_the_residual() -> None:
    (new, new_left), (old, old_left) = (account(one, "CHN", 1978, 2019) for one in COLUMNS)
    assert [round(left * 100, 2) for left in (old_left, new_left)] == [0.36, 3.18]
    assert 0.9 < (new - old) / (new_left - old_left) < 1


def test_the_edition_moves_the_residual_more_than_any_capital_share_on_record() -> None:
    by_share = [record("residual", capital_share=share) for share in (min(SHARES), max(SHARES))]
    by_edition = [record("residual", edition=edition) for edition in (NEWER, OLDER)]
    assert abs(by_share[0] - by_share[1]) < abs(by_edition[0] - by_edition[1]) / 5


def test_from_2007_the_two_editions_disagree_about_the_sign() -> None:
    assert record("residual", edition=OLDER, first_year=2007) < 0
    assert record("residual", edition=NEWER, first_year=2007) > 0


def test_from_1978_no_economy_did_better_by_the_newer_edition() -> None:
    assert record("ahead", edition=NEWER) == 0
    assert record("ahead", edition=OLDER) >= 4


def test_with_capital_shares_on_record_no_years_convict_on_the_newer_edition() -> None:
    for first, last in product(range(1978, 2008), range(2010, 2020)):
        setting = {"edition": NEWER, "first_year": first, "last_year": last}
        assert record("share", capital_share=0.45, **setting) > 0.2


def test_outside_china_the_two_editions_differ_little() -> None:
    for country in ("USA", "JPN", "DEU", "KOR", "IND"):
        new, old = (account(edition, country, 1978, 2019)[1] for edition in COLUMNS)
        assert abs(new - old) < 0.002


@pytest.mark.parametrize(
    ("code", "edition", "before", "after", "rate_rose", "share_rose"),
    [
        ("KOR", "11.0", (1978, 1990), (2000, 2007), False, True),
        ("IND", "11.0", (1978, 1990), (2012, 2019), True, True),
        ("CHN", "11.0", (2000, 2007), (2012, 2019), False, False),
        ("CHN", "10.01", (2000, 2007), (2012, 2019), False, False),
    ],
)
def test_rates_and_sources_change_as_the_text_says(
    code: str,
    edition: str,
    before: tuple[int, int],
    after: tuple[int, int],
    rate_rose: bool,
    share_rose: bool,
) -> None:
    (grown, left), (later, later_left) = (account(edition, code, *p) for p in (before, after))
    assert (later > grown) is rate_rose
    assert (later_left / later > left / grown) is share_rose


def test_the_page_shows_observed_data_with_their_last_year(site: Path) -> None:
    page = BeautifulSoup((site / "chapters/part1/ch02.html").read_text("utf-8"), "html.parser")
    labels = [
        str(chart["aria-label"])
        for chart in page.select("figure.explorer .explorer-chart[role=img]")
    ]
    for span in ("1978–2019", "1978–2023"):
        assert any(f"Observed: {span}" in label for label in labels)
