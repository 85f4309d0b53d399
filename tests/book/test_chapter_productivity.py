"""What chapter 2 says in words about its explorers and data holds in them."""

from itertools import product
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nqpf import data
from nqpf.explorers import explorer

PWT, OFFICIAL = 0, 1
SHARES = [1 - r["labour_share"] for r in data.rows("labour_share") if r["country_code"] == "CHN"]
ACCOUNTS = {
    (r["country_code"], r["period_start"], r["period_end"]): r
    for r in data.rows("growth_accounts_periods")
}


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


def test_the_whole_gap_in_output_lands_in_the_residual() -> None:
    china = ACCOUNTS["CHN", 1978, 2019]
    gap = china["gdp_growth_official"] - china["gdp_growth_pwt"]
    assert china["residual_official"] - china["residual_pwt"] == pytest.approx(gap, abs=2e-6)
    assert [round(china[f"residual_{s}"] * 100, 2) for s in ("pwt", "official")] == [0.36, 3.07]


def test_the_series_moves_the_residual_more_than_any_capital_share_on_record() -> None:
    by_share = [
        record("residual", series=PWT, capital_share=share) for share in (min(SHARES), max(SHARES))
    ]
    by_series = [record("residual", series=series) for series in (PWT, OFFICIAL)]
    assert abs(by_share[0] - by_share[1]) < abs(by_series[0] - by_series[1])


def test_from_2007_the_two_series_disagree_about_the_sign() -> None:
    assert record("residual", series=PWT, first_year=2007) < 0
    assert record("residual", series=OFFICIAL, first_year=2007) > 0


def test_with_capital_shares_on_record_no_years_convict_on_the_official_series() -> None:
    for first, last in product(range(1978, 2008), range(2010, 2020)):
        setting = {"series": OFFICIAL, "first_year": first, "last_year": last}
        assert record("share", capital_share=0.45, **setting) > 0.2


@pytest.mark.parametrize(
    ("code", "series", "before", "after", "rate_rose", "share_rose"),
    [
        ("KOR", "pwt", (1978, 1990), (2000, 2007), False, True),
        ("IND", "pwt", (1978, 1990), (2012, 2019), True, True),
        ("CHN", "official", (2000, 2007), (2012, 2019), False, False),
        ("CHN", "pwt", (2000, 2007), (2012, 2019), False, False),
    ],
)
def test_rates_and_sources_change_as_the_text_says(
    code: str,
    series: str,
    before: tuple[int, int],
    after: tuple[int, int],
    rate_rose: bool,
    share_rose: bool,
) -> None:
    old, new = (ACCOUNTS[code, *period] for period in (before, after))
    growth, residual = f"gdp_growth_{series}", f"residual_{series}"
    assert (new[growth] > old[growth]) is rate_rose
    assert (new[residual] / new[growth] > old[residual] / old[growth]) is share_rose


def test_the_page_shows_observed_data_with_their_last_year(site: Path) -> None:
    page = BeautifulSoup((site / "chapters/part1/ch02.html").read_text("utf-8"), "html.parser")
    labels = [
        str(chart["aria-label"])
        for chart in page.select("figure.explorer .explorer-chart[role=img]")
    ]
    assert sum("Observed: 1978–2019" in label for label in labels) >= 2
