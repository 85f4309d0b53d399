"""What must add up in the tables, and what the chapters say of them."""

from collections import Counter

import pytest
from nqpf import data

PUBLISHED = 1e-4  # the yearbook's parts of 2021 exceed its total by 0.007 %
PARTS_OF_RESEARCH = ("basic", "applied", "experimental")


def test_kinds_of_research_add_up_to_all_research():
    complete = [row for row in data.rows("rd_china") if row["applied_100m_cny"] is not None]
    assert len(complete) == 15
    for row in complete:
        parts = sum(row[f"{part}_100m_cny"] for part in PARTS_OF_RESEARCH)
        assert parts == pytest.approx(row["rd_expenditure_100m_cny"], rel=PUBLISHED), row["year"]


def test_shares_of_research_sum_to_one():
    for row in data.rows("rd_china_shares"):
        if row["applied_share"] is not None:
            total = sum(row[f"{part}_share"] for part in PARTS_OF_RESEARCH)
            assert total == pytest.approx(1, abs=PUBLISHED), row["year"]


def test_research_years_have_no_gap():
    assert [row["year"] for row in data.rows("rd_china")] == list(range(2010, 2025))


def shares_by_year():
    tables = {}
    for row in data.rows("structure_china"):
        key = (row["measure"], row["series"], row["year"])
        tables.setdefault(key, {})[row["sector"]] = row["share_percent"]
    return tables


def test_the_three_sectors_sum_to_the_whole():
    whole = {k: v for k, v in shares_by_year().items() if {"industry", "services"} <= set(v)}
    assert Counter(key[:2] for key in whole) == {
        ("output", "WDI"): 63, ("employment", "WDI"): 13, ("output", "NBS"): 2,
    }  # fmt: skip
    for key, table in whole.items():
        total = sum(table[sector] for sector in ("agriculture", "industry", "services"))
        assert total == pytest.approx(100, abs=0.01), key


def test_manufacturing_is_a_part_of_industry():
    both = [
        t for t in shares_by_year().values() if {"of which manufacturing", "industry"} <= set(t)
    ]
    assert len(both) == 19
    for table in both:
        assert table["of which manufacturing"] < table["industry"]


@pytest.mark.parametrize(
    "column", ["rd_expenditure_100m_cny", "basic_100m_cny", "funds_government_100m_cny",
               "budget_100m_cny", "budget_science_100m_cny", "personnel"]
)  # fmt: skip
def test_provinces_add_up_to_the_nation(column):
    nation, *provinces = data.rows("provinces_2023")
    assert (nation["region"], len(provinces)) == ("national", 31)
    assert sum(row[column] for row in provinces) == pytest.approx(nation[column], rel=0.002)


def test_the_nation_of_the_provinces_is_that_of_the_years():
    nation = data.rows("provinces_2023")[0]
    year = next(row for row in data.rows("rd_china") if row["year"] == 2023)
    for column in ("rd_expenditure_100m_cny", "basic_100m_cny", "personnel", "researchers"):
        assert nation[column] == year[column]


def test_both_tables_of_provinces_name_the_same():
    later = [row["province_code"] for row in data.rows("provinces_2023")][1:]
    assert [row["province_code"] for row in data.rows("provinces_2021")] == later


def test_the_academy_graded_26_industries_twice():
    grades = Counter(row["grade"] for row in data.rows("industries_26"))
    assert grades == {"leading": 5, "advanced": 6, "large gap": 10, "huge gap": 5}
    security = {row["grade"]: row["industries"] for row in data.rows("industries_26_security")}
    assert list(security.values()) == [6, 10, 2, 8]


@pytest.mark.parametrize("name", ["misallocation_estimates", "border_effects"])
def test_a_range_runs_upwards(name):
    for row in data.rows(name):
        assert row["value_low"] <= row["value_high"]
        assert (row["period_start"] or 0) <= (row["period_end"] or 0)


def test_rival_estimates_are_kept():
    rivals = Counter(
        (row["country_code"], row["measure"])
        for row in data.rows("misallocation_estimates")
        if row["scope"] in ("manufacturing", "economy", "non-agriculture")
    )
    assert rivals["CHN", "tfp_gain_at_us_dispersion"] == 2
    assert rivals["CHN", "tfp_loss_from_misallocation"] == 2


def test_nothing_graded_unreliable_is_kept():
    unreliable = {"secondary_low", "unreviewed_reanalysis", "forecast"}
    for name in data.names():
        for row in data.rows(name):
            assert row.get("quality") not in unreliable


def test_the_chronology_runs_forward():
    dates = [row["date"] for row in data.rows("chronology")]
    assert dates == sorted(dates)
    assert data.describe("chronology")["last_year"] == int(dates[-1][:4])


def test_every_concept_has_its_chapter():
    rows = data.rows("concepts")
    assert {row["chapter"] for row in rows} == set(range(1, 19))
    assert sorted({row["chapter"] for row in rows}) == data.describe("concepts")["chapters"]
    assert len(rows) == 69


def test_value_added_is_what_its_makers_received_and_sectors_sum_to_the_whole():
    by_year = {}
    kinds = ("compensation", "net_taxes", "depreciation", "operating_surplus")
    for row in data.rows("value_added_20"):
        assert sum(row[kind] for kind in kinds) == pytest.approx(row["value_added"], abs=0.05)
        by_year.setdefault(row["year"], {})[row["sector"]] = row
    assert sorted(by_year) == [2017, 2020, 2023]
    shares = []
    for sectors in by_year.values():
        whole = sectors.pop("all")
        assert len(sectors) == 20
        for kind in (*kinds, "value_added"):
            total = sum(row[kind] for row in sectors.values())
            assert total == pytest.approx(whole[kind], abs=0.2)
        shares.append(round(100 * whole["compensation"] / whole["value_added"], 1))
    assert shares == [51.4, 52.1, 52.8]


def test_the_intensity_of_2023_on_revised_gdp_is_the_printed_step_below_2024():
    table = {(r["year"], r["gdp_basis"]): r for r in data.rows("rd_intensity_revised")}
    revised = {y: table[y, "revised"]["rd_intensity_percent"] for y in (2023, 2024, 2025)}
    assert revised[2024] - revised[2023] == pytest.approx(0.11, abs=0.005)
    assert revised[2025] - revised[2024] == pytest.approx(0.11, abs=0.005)
    spent = next(r for r in data.rows("rd_china") if r["year"] == 2023)
    assert 100 * spent["rd_expenditure_100m_cny"] / 1_294_000 == pytest.approx(2.58, abs=0.005)


def test_capacity_in_use_was_lowest_in_the_newest_quarter():
    used = {
        (row["year"], row["quarter"]): row["utilisation_percent"]
        for table in ("capacity_utilisation", "capacity_utilisation_2026")
        for row in data.rows(table)
        if row["branch"] == "industry, all"
    }
    assert min(used, key=used.__getitem__) == max(used) == (2026, 2)
