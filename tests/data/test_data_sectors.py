"""People and output by sector: what the two editions say, and a published figure beside them."""

import pytest
from nqpf import data
from nqpf.models.structure.structural_change import three_parts_of_growth, two_parts_of_growth
from nqpf.prose import figure

OLD, NEW = "10-sector 2014", "ETD 2023"


def parts(edition, first, last, groups=None):
    """Return people and output per worker in two years, in sectors or in farming and the rest."""
    case = {}
    for year, name in ((first, "start"), (last, "end")):
        rows = [
            r for r in data.rows("sectors_china") if (r["edition"], r["year"]) == (edition, year)
        ]
        listed = [[r] for r in rows]
        if groups == "two":
            listed = [rows[:1], rows[1:]]
            assert rows[0]["sector"] == "agriculture"
        people = [sum(r["employment_thousand"] for r in group) / 1000 for group in listed]
        made = [sum(r["value_added_billion"] for r in group) for group in listed]
        case[f"sector_employment_{name}"] = people
        case[f"sector_productivity_{name}"] = [
            one / own for one, own in zip(made, people, strict=True)
        ]
    return case


@pytest.mark.parametrize(
    ("edition", "first", "last", "moving"),
    [
        (OLD, 1978, 2003, 0.161),
        (OLD, 1990, 2010, 0.199),
        (NEW, 1990, 2010, 0.254),
        (NEW, 1990, 2000, 0.144),
        (NEW, 2000, 2010, 0.256),
        (NEW, 2010, 2018, 0.180),
    ],
)
def test_moving_gave_a_fifth_more_or_less(edition, first, last, moving):
    found = two_parts_of_growth(**parts(edition, first, last))
    assert found.between / sum(found) == pytest.approx(moving, abs=5e-4)


def test_two_groups_come_near_the_published_third_and_ten_sectors_do_not():
    """A working paper of 2006: 1.9 of 5.7 points a year by labour that left farms, 1978–2003."""
    published = figure(
        "upgrading_findings",
        "value",
        source_id="dekle_2006",
        measure="growth from labour that left farming",
    ) / figure("upgrading_findings", "value", source_id="dekle_2006", measure="growth")
    assert published == pytest.approx(1 / 3)
    two = two_parts_of_growth(**parts(OLD, 1978, 2003, groups="two"))
    ten = two_parts_of_growth(**parts(OLD, 1978, 2003))
    assert two.between / sum(two) == pytest.approx(0.375, abs=5e-4)
    assert sum(two) == pytest.approx(sum(ten))
    assert ten.between < two.between / 2


def test_output_per_worker_grew_faster_than_in_farming_and_faster_than_outside_it():
    case = parts(OLD, 1978, 2003, groups="two")
    start, end = case["sector_productivity_start"], case["sector_productivity_end"]
    before = sum(
        own * made for own, made in zip(case["sector_employment_start"], start, strict=True)
    ) / sum(case["sector_employment_start"])
    whole = 1 + sum(three_parts_of_growth(**case)) / before
    assert whole > max(after / first for first, after in zip(start, end, strict=True))


def test_each_year_of_an_edition_has_the_same_sectors():
    for edition, count in ((OLD, 10), (NEW, 12)):
        rows = [row for row in data.rows("sectors_china") if row["edition"] == edition]
        years = {row["year"] for row in rows}
        lists = {tuple(r["sector"] for r in rows if r["year"] == year) for year in years}
        assert len(lists) == 1
        assert {len(one) for one in lists} == {count}
        assert len(years) == 4
