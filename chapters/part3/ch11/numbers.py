"""The numbers in the sentences of chapter 11, from its data and its models."""

from nqpf import data
from nqpf.data import Row
from nqpf.explorers import explorer
from nqpf.models.data import platforms, servitisation
from nqpf.models.structure import structural_change
from nqpf.numbers import percent, plain
from nqpf.prose import figure

OLD, NEW = "10-sector 2014", "ETD 2023"
# Which sectors of the input-output table pay the labour of each sector of the newer edition.
PAID_IN = {
    "agriculture": ["n01"],
    "mining": ["n02"],
    "manufacturing": [f"n{number:02}" for number in range(3, 13)],
    "utilities": ["n13"],
    "construction": ["n14"],
    "trade, restaurants and hotels": ["n15"],
    "transport": ["n16"],
    "business": ["n17", "n19"],
    "finance": ["n18"],
    "property": ["n18"],
    "government": ["n20"],
    "community and personal": ["n20"],
}


def found(source_id: str, decimals: int = 0, **where: str) -> str:
    """Return a figure of the findings as text."""
    value = figure("upgrading_findings", "value", source_id=source_id, **where)
    return plain(decimals).text(value)


def grouped(edition: str, year: int, two: bool = False) -> tuple[list[float], list[float]]:
    """Return millions of people and output per worker, in sectors or in farming and the rest."""
    rows = [
        row
        for row in data.rows("sectors_china")
        if row["edition"] == edition and row["year"] == year
    ]
    groups = [rows[:1], rows[1:]] if two else [[row] for row in rows]
    people = [sum(row["employment_thousand"] for row in group) / 1000 for group in groups]
    made = [sum(row["value_added_billion"] for row in group) for group in groups]
    return people, [one / own for one, own in zip(made, people, strict=True)]


def spell(edition: str, first: int, last: int, two: bool = False) -> dict[str, list[float]]:
    """Return the arguments of the models of moving between two years."""
    (people, made), (later_people, later) = (grouped(edition, y, two) for y in (first, last))
    return {
        "sector_employment_start": people,
        "sector_employment_end": later_people,
        "sector_productivity_start": made,
        "sector_productivity_end": later,
    }


def parts(edition: str, first: int, last: int, two: bool = False) -> dict[str, float]:
    """Return growth a year and which part of it was getting better, moving alone and gaining."""
    case = spell(edition, first, last, two)
    three = structural_change.three_parts_of_growth(**case)
    people, made = case["sector_employment_start"], case["sector_productivity_start"]
    before = sum(own * one for own, one in zip(people, made, strict=True)) / sum(people)
    growth = (1 + sum(three) / before) ** (1 / (last - first)) - 1
    whole = sum(three)
    return {
        "growth": growth,
        "within": three.within / whole,
        "alone": three.static / whole,
        "gained": three.dynamic / whole,
        "moving": (three.static + three.dynamic) / whole,
    }


def labour_shares() -> list[float]:
    """Return labour's share of value added in 2017, for the sectors of the newer edition."""
    paid: dict[str, Row] = {
        row["sector"]: row for row in data.rows("value_added_20") if row["year"] == 2017
    }
    return [
        min(
            1.0,
            sum(paid[code]["compensation"] for code in codes)
            / sum(paid[code]["value_added"] for code in codes),
        )
        for codes in PAID_IN.values()
    ]


def at_the_margin(first: int, last: int) -> float:
    """Return the part of growth that moving alone gave, at marginal instead of mean products."""
    case = spell(NEW, first, last)
    whole = sum(structural_change.three_parts_of_growth(**case))
    del case["sector_productivity_end"]
    moved = structural_change.moving_at_the_margin(**case, labour_elasticities=labour_shares())
    return float(moved / whole)


def opening() -> dict[str, str]:
    """Return the texts of the township and of the facts."""

    def share(measure: str, year: int) -> str:
        return plain(1).text(
            figure("structure_emerging", "share_percent", measure=measure, year=year)
        )

    def of_china(measure: str, sector: str, year: int) -> str:
        return plain(1).text(
            figure(
                "structure_china",
                "share_percent",
                measure=measure,
                sector=sector,
                year=year,
                series="WDI",
            )
        )

    made = "of which manufacturing"
    return {
        "outlay": found("cri_daji_2020"),
        "farmers": found("chinadaily_daji_2020", unit="people"),
        "shops": found("chinadaily_daji_2020", unit="shops"),
        "farm_2010": of_china("employment", "agriculture", 2010),
        "farm_2022": of_china("employment", "agriculture", 2022),
        "service_2010": of_china("employment", "services", 2010),
        "service_2022": of_china("employment", "services", 2022),
        "factory_2006": of_china("output", made, 2006),
        "factory_2024": of_china("output", made, 2024),
        "high_2012": share("high-tech manufacturing in industry", 2012),
        "high_2023": share("high-tech manufacturing in industry", 2023),
        "emerging_2010": plain(0).text(
            figure(
                "structure_emerging",
                "share_percent",
                measure="strategic emerging industries in GDP",
                year=2010,
            )
        ),
        "emerging_2020": plain(0).text(
            figure(
                "structure_emerging",
                "share_percent",
                measure="strategic emerging industries in GDP",
                year=2020,
            )
        ),
        "traditional": found("prensa_2025"),
    }


def moving() -> dict[str, str]:
    """Return the texts of growth in parts, of the published figures and of the margin."""
    two, ten = parts(OLD, 1978, 2003, two=True), parts(OLD, 1978, 2003)
    long = parts(NEW, 1990, 2018)
    margin = at_the_margin(1990, 2018)
    example = explorer("three-parts-of-growth").readouts()
    lost = explorer("three-parts-of-growth").readouts(
        leavers=0.1, to_industry=0.0, industry=-0.2, services=-0.3
    )
    growth = found("dekle_2006", 1, measure="growth")
    farms = found("dekle_2006", 1, measure="growth from labour that left farming")
    signed = percent(1, signed=True)
    return {
        "whole": percent(1).text(example["whole"]),
        "alone": percent(1).text(example["between"] - example["dynamic"]),
        "dynamic": percent(1).text(example["dynamic"]),
        "within": percent(1).text(example["within"]),
        "lost": signed.text(lost["whole"]),
        "lost_from": plain(2).text(lost["before"]),
        "lost_to": plain(2).text(lost["after"]),
        "nineties": percent(0).text(parts(NEW, 1990, 2000)["moving"]),
        "noughties": percent(0).text(parts(NEW, 2000, 2010)["moving"]),
        "tens": percent(0).text(parts(NEW, 2010, 2018)["moving"]),
        "two": percent(0).text(two["moving"]),
        "ten": percent(0).text(ten["moving"]),
        "old_edition": percent(0).text(parts(OLD, 1990, 2010)["moving"]),
        "new_edition": percent(0).text(parts(NEW, 1990, 2010)["moving"]),
        "paper_growth": growth,
        "paper_farms": farms,
        "paper_part": percent(0).text(float(farms) / float(growth)),
        "studies_low": found("ye_2018", measure="gain found by most studies, low"),
        "studies_high": found("ye_2018", measure="gain found by most studies, high"),
        "own_estimate": found(
            "ye_2018", 2, measure="gain in total factor productivity, their own estimate"
        ),
        "mean_points": plain(2).text(100 * long["growth"] * long["alone"]),
        "margin_points": plain(2).text(100 * long["growth"] * margin),
    }


def people() -> dict[str, str]:
    """Return the texts of where people work, and of the two measures."""
    start = explorer("where-the-workers-go").readouts()
    apart = explorer("two-shares-of-a-sector").readouts()
    industry = explorer("two-shares-of-a-sector").readouts(sector=1)
    return {
        "left": percent(0).text(start["share"]),
        "made": plain(2).text(start["made"]),
        "slowed": percent(2).text(start["growth"]),
        "at_first": percent(2).text(start["before"]),
        "advanced": plain(1).text(start["advancement"]),
        "farm_ratio": plain(2).text(apart["ratio"]),
        "industry_ratio": plain(2).text(industry["ratio"]),
        "apart_first": plain(2).text(apart["first"]),
        "apart_last": plain(2).text(apart["apart"]),
    }


def new_things() -> dict[str, str]:
    """Return the texts of new manufacturing, services and models."""
    five, inside = explorer("which-of-the-five"), explorer("services-inside")
    business = inside.readouts(services=0)
    platform = explorer("pipeline-or-platform")
    start = platform.readouts()
    edge = platforms.critical_members(buyer_price=0.16, seller_price=0.16)
    tipped, lopsided = (
        platform.readouts(members=0.1),
        platform.readouts(members=0.1, buyer_price=0.25, seller_price=0.02),
    )
    assert tipped["fate"] == 0
    assert lopsided["fate"] == 2
    return {
        "cases": plain(0).text(five.readouts()["all"]),
        "one_kind": plain(0).text(five.readouts()["one"]),
        "three_kinds": plain(0).text(five.readouts()["passing"]),
        "wide": plain(0).text(five.readouts(disputed=1)["passing"]),
        "pair_times": plain(0).text(five.readouts()["times"]),
        "saved": percent(1).text(business["whole"]),
        "own_bill": percent(1).text(business["direct"]),
        "all_saved": percent(1).text(inside.readouts()["whole"]),
        "edge": percent(0).text(edge.buyers),
        "edge_buyers": percent(0).text(start["edge_buyers"]),
        "edge_sellers": percent(0).text(start["edge_sellers"]),
        "lopsided": plain(0).text(lopsided["earns"]),
        "pipeline": plain(0).text(start["pipeline"]),
        "burned": found("promarket_2026", unit="billion yuan"),
        "largest": found("promarket_2026", unit="percent"),
    }


def serving() -> dict[str, str]:
    """Return the texts of a maker that serves, and the worked example."""
    case = {"product_margin": 0.08, "service_margin": 0.18, "service_overhead": 0.03}
    pays = servitisation.share_that_pays(**case)

    def risk(correlation: float) -> str:
        return percent(1).text(
            servitisation.income_risk(
                service_share=0.4,
                product_risk=0.2,
                service_risk=0.12,
                customer_correlation=correlation,
            )
        )

    def margin(share: float) -> str:
        return percent(1).text(servitisation.margin_with_services(service_share=share, **case))

    serve = explorer("serve-or-sell")
    return {
        "pays": percent(0).text(pays),
        "w_margin": margin(0.1),
        "w_later": margin(0.4),
        "w_slip": percent(0).text(case["service_overhead"] / case["service_margin"]),
        "w_fixed": risk(0.0),
        "w_hours": risk(0.8),
        "calm": percent(0).text(serve.readouts()["calm"]),
        "calm_hours": percent(0).text(serve.readouts(customer_correlation=0.9)["calm"]),
        "rolls_hours": found("times_2021", unit="percent"),
        "rolls_loss": found("times_2021", 1, unit="billion pounds"),
        "firms": found("neely_2008"),
        "china_firms": found("min_2015", place="CHN", scope="manufacturers"),
        "us_firms": found("min_2015", place="USA"),
    }


def tiers() -> dict[str, str]:
    """Return the texts of the four tiers and the five orientations."""
    four, pull = explorer("four-tiers"), explorer("where-they-pull-apart")
    start, moved = four.readouts(), four.readouts(high_tech=0.25, emerging=0.2, future=0.1)
    hit = four.readouts(high_tech=0.25, emerging=0.2, future=0.1, shared_risk=0.6)
    torn = [pull.readouts(pair=pair) for pair in range(10)]
    worst = max(range(10), key=lambda pair: torn[pair]["torn"])
    return {
        "tier_growth": percent(1).text(start["growth"]),
        "tier_risk": percent(1).text(start["risk"]),
        "moved_growth": percent(1).text(moved["growth"]),
        "moved_risk": percent(1).text(moved["risk"]),
        "hit_risk": percent(1).text(hit["risk"]),
        "pairs": plain(0).text(len(torn)),
        "torn_pairs": plain(0).text(sum(one["torn"] > 0 for one in torn)),
        "both": plain(0).text(torn[worst]["both"]),
        "torn": plain(0).text(torn[worst]["torn"]),
    }


def evidence() -> dict[str, str]:
    """Return the texts of the contested claim."""

    def right(source_id: str, end: str) -> str:
        return found(source_id, 1, measure=end)

    return {
        "zheng_low": right("zheng_2023", "from"),
        "zheng_high": right("zheng_2023", "to"),
        "deng_low": right("deng_2024", "from"),
        "deng_high": right("deng_2024", "to"),
        "imf_china": found("imf_services_2024", measure="China"),
        "imf_others": found("imf_services_2024", measure="mean of advanced economies"),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of chapter 11 use, by its name."""
    return opening() | moving() | people() | new_things() | serving() | tiers() | evidence()
