"""The numbers in the sentences of chapter 12, from its data and its models."""

from math import atanh, fsum, sqrt, tanh
from statistics import correlation

from nqpf import data
from nqpf.explorers import explorer
from nqpf.explorers.ch12._advantages import LARGE
from nqpf.explorers.ch12._exports import TABLE
from nqpf.explorers.ch12.complexity_and_its_cut import ranks
from nqpf.explorers.ch12.walk_in_product_space import HELD
from nqpf.explorers.ch12.what_counts_as_present import SHARES
from nqpf.models.structure.completeness import (
    chance_of_complete_set,
    overlap_bounds,
    share_of_products_made,
)
from nqpf.models.structure.complexity import diversity, reflections
from nqpf.numbers import percent, plain, points
from nqpf.prose import figure

RANK = "economic complexity, rank"


def cited(measure: str, decimals: int = 0) -> str:
    """Return a figure of the findings as text."""
    return plain(decimals).text(figure("completeness_findings", "value", measure=measure))


def rulers() -> dict[str, str]:
    """Return the texts of the classifications."""
    finest = {row["classification"]: row["finest"] for row in data.rows("industry_rulers")}
    listed = data.rows("industrial_divisions")
    chinese = [row for row in listed if row["classification"] == "GB/T 4754-2017"]
    un = [row for row in listed if row["classification"] == "ISIC Rev.4"]
    other = sum(row["classes_named_other"] for row in chinese)
    most = max(chinese, key=lambda row: row["classes"])
    return {
        "fine": plain(0).text(finest["GB/T 4754-2017"]),
        "un": plain(0).text(finest["ISIC Rev.4"]),
        "india": plain(0).text(finest["NIC 2008"]),
        "divisions": plain(0).text(len(chinese)),
        "groups": plain(0).text(sum(row["groups"] for row in chinese)),
        "un_divisions": plain(0).text(len(un)),
        "un_groups": plain(0).text(sum(row["groups"] for row in un)),
        "finer": plain(1).text(finest["GB/T 4754-2017"] / finest["ISIC Rev.4"]),
        "other": plain(0).text(other),
        "other_part": percent(0).text(other / finest["GB/T 4754-2017"]),
        "most_classes": plain(0).text(most["classes"]),
        "unmatched": plain(0).text(len(un) - len({row["isic_division"] for row in chinese})),
    }


def bars() -> dict[str, str]:
    """Return the texts of what counts as present."""
    one = explorer("what-counts-as-present")
    ranked = sorted(((min(shares), place) for place, shares in SHARES.items()), reverse=True)
    assert [place for _least, place in ranked[:3]] == ["China", "Germany", "United States"]
    found = {f"pass_{bar}": one.readouts(bar=bar)["complete"] for bar in (0, 4, 5, 6)}
    size = fsum(TABLE["China"]) / fsum(map(fsum, TABLE.values()))
    return {name: plain(0).text(value) for name, value in found.items()} | {
        "places": plain(0).text(len(SHARES)),
        "alone_from": percent(2).text(ranked[1][0]),
        "alone_to": percent(2).text(ranked[0][0]),
        "size": percent(0).text(size),
    }


def coarse() -> dict[str, str]:
    """Return the texts of what a coarse ruler shows."""
    one = explorer("what-666-categories-say")
    un, divisions, groups = (one.readouts(ruler=ruler) for ruler in (2, 3, 1))
    return {
        "missing": plain(0).text(un["missing"]),
        "un_share": percent(1).text(un["share"]),
        "un_all": percent(1).text(un["all"]),
        "group_all": percent(1).text(groups["all"]),
        "division_all": percent(1).text(divisions["all"]),
    }


def sets() -> dict[str, str]:
    """Return the texts of capabilities."""
    gap = explorer("one-capability-missing")
    start, bought, whole = (
        gap.readouts(),
        gap.readouts(abroad=1),
        gap.readouts(abroad=1, capability_chance=1.0),
    )
    made = {
        held: 666
        * share_of_products_made(capability_chance=held, need_chance=0.3, capabilities=20.0)
        for held in (0.5, 0.6, 0.9, 1.0)
    }
    seven = chance_of_complete_set(capability_chance=0.9, capabilities_needed=7.0)
    six = chance_of_complete_set(capability_chance=0.9, capabilities_needed=6.0)
    raised = chance_of_complete_set(capability_chance=0.91, capabilities_needed=7.0)
    assert whole["expected"] == whole["all"]
    return {
        "products": plain(0).text(start["all"]),
        "capabilities": plain(0).text(start["capabilities"]),
        "lost": plain(0).text(start["lost"]),
        "mean_lost": plain(1).text(start["mean"]),
        "expected": plain(1).text(bought["expected"]),
        "phone": percent(0).text(bought["phone"]),
        "early": plain(0).text(made[0.6] - made[0.5]),
        "late": plain(0).text(made[1.0] - made[0.9]),
        "seven": percent(0).text(seven),
        "six": percent(0).text(six),
        "raised": points(1).text(raised - seven),
        "mean_of_seven": percent(0).text(0.9),
        "topics": cited("technologies reported as bought abroad"),
    }


def complexity() -> dict[str, str]:
    """Return the texts of complexity and of the walk."""
    held = [HELD[place] for place in LARGE]
    link = correlation(diversity(held), reflections(held, rounds=1))
    spread = 1.96 / sqrt(len(LARGE) - 3)
    cut = explorer("complexity-and-its-cut")
    china = [cut.readouts(cut=at)["complex"] for at in (0.5, 0.75, 1.0, 1.25, 1.5)]
    walk = explorer("walk-in-product-space")
    names = {"bangladesh": 0, "ethiopia": 3, "saudi": 7}
    found = {name: walk.readouts(country=place)["machines"] for name, place in names.items()}
    own = ranks()
    return {name: plain(0).text(value) for name, value in found.items()} | {
        "large": plain(0).text(len(LARGE)),
        "link": plain(2).text(link),
        "link_low": plain(2).text(tanh(atanh(link) - spread)),
        "link_high": plain(2).text(tanh(atanh(link) + spread)),
        "china_sections": plain(0).text(cut.readouts()["own"]),
        "china_diverse": plain(0).text(cut.readouts()["diverse"]),
        "china_rank": plain(0).text(own["China"]),
        "china_best": plain(0).text(min(china)),
        "china_worst": plain(0).text(max(china)),
        "china_atlas": plain(0).text(
            figure("completeness_findings", "value", place="China", measure=RANK)
        ),
    }


def inside() -> dict[str, str]:
    """Return the texts of what categories stand on."""
    share = imported_inputs()
    bounds = overlap_bounds(items=26.0, first_count=11.0, second_count=16.0)
    grades = [row["grade"] for row in data.rows("industries_26")]
    return {
        "graded": plain(0).text(len(grades)),
        "behind": plain(0).text(grades.count("large gap") + grades.count("huge gap")),
        "us_home": cited("industrial inputs bought at home"),
        "electronics": percent(0).text(share["n12"]),
        "oil": percent(0).text(share["n05"]),
        "minerals": percent(1).text(share["n07"]),
        "machinery": percent(0).text(share["n09"]),
        "both_least": plain(0).text(bounds.least),
        "both_most": plain(0).text(bounds.most),
        "first_in_world": cited("products of which it makes the most in the world"),
        "medical_before": cited("imports in the demand for medical devices, 2015"),
        "medical_after": cited("imports in the demand for medical devices, 2023"),
        "suppliers": cited("foreign suppliers of the airliner C919"),
        "aircraft": cited("airliners C919 in service"),
    }


def imported_inputs() -> dict[str, float]:
    """Return the share of imports in the inputs of each of 20 sectors, 2020."""
    table = data.input_output("input_output_2020_20")
    return {
        code: fsum(imported) / fsum(bought)
        for code, imported, bought in zip(
            table.codes,
            zip(*table.imports, strict=True),
            zip(*table.flows_with_imports, strict=True),
            strict=True,
        )
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of chapter 12 use, by its name."""
    return rulers() | bars() | coarse() | sets() | complexity() | inside()
