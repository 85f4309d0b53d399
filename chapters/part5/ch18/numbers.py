"""The numbers in the sentences of chapter 18, from its data and its models."""

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.measurement.composite import weighted_sums
from nqpf.models.measurement.coupling import (
    coordination_fan,
    coordination_standard,
    coordination_wang,
)
from nqpf.models.measurement.index_weights import entropy_weights, equal_weights
from nqpf.models.measurement.indicators import min_max
from nqpf.numbers import percent, plain, year
from nqpf.prose import figure

FOUR_REGIONS = [[1, 0], [2, 0], [3, 0], [4, 1]]
"""Research and patents of the worked example."""


def found(measure: str, decimals: int = 0, **where: str) -> str:
    """Return a figure of the findings as text."""
    return plain(decimals).text(figure("measuring_findings", "value", measure=measure, **where))


def systems() -> dict[str, str]:
    """Return the texts of the published indices."""
    rows = data.rows("index_systems")
    units = {row["source_id"]: row["number_of_units"] for row in rows}

    def naming(word: str) -> str:
        return plain(0).text(sum(word in (row["dimensions"] or "") for row in rows))

    return {
        "systems": plain(0).text(len(rows)),
        "lei_units": plain(0).text(units["index_journal_2024"]),
        "lu_units": plain(0).text(units["index_lu_2025"]),
        "by_elements": naming("labourers"),
        "by_digital": naming("digital"),
        "by_green": naming("green"),
        "by_entropy": plain(0).text(sum("entropy" in row["weighting"] for row in rows)),
        "comparing": plain(0).text(sum(row["units"] == "provinces" for row in rows)),
        "beds": weight("beds in social welfare institutions"),
        "town_gap": weight("gap between town and country"),
    }


def weight(indicator: str) -> str:
    """Return the weight of an indicator in the published index, in per cent."""
    return plain(1).text(figure("published_weights", "weight_percent", indicator=indicator))


def ranking() -> dict[str, str]:
    """Return the texts of the ranks of provinces, and of how sure they are."""
    from nqpf.explorers.ch18 import _provinces, _rankings, which_step

    ranks = {
        name: [by[place] for way in _rankings.RANKS for by in way]
        for place, name in enumerate(_provinces.NAMES)
    }
    moved = [max(ranks[name]) - min(ranks[name]) for name in ("Liaoning", "Hainan", "Hunan")]
    largest = which_step.LARGEST[len(_provinces.NAMES) :]
    steps = list(which_step.STEPS)
    sure = explorer("how-sure-a-rank")
    half, free = sure.readouts(), sure.readouts(freedom=1.0)
    leaders = [_provinces.EQUAL.index(rank) for rank in (1, 2, 3, 4)]
    return {
        "near_empty": percent(0).text(entropy_weights(min_max(FOUR_REGIONS))[1]),
        "tibet_best": plain(0).text(min(ranks["Tibet"])),
        "tibet_worst": plain(0).text(max(ranks["Tibet"])),
        "far_movers": plain(0).text(min(moved)),
        "step_scale": plain(0).text(largest.count(steps[0])),
        "step_weights": plain(0).text(largest.count(steps[1])),
        "step_adding": plain(0).text(largest.count(steps[2])),
        "wide_half": plain(1).text(half["wide"]),
        "wide_free": plain(1).text(free["wide"]),
        "hainan_best": plain(0).text(half["best"]),
        "hainan_worst": plain(0).text(half["worst"]),
        "hainan_above": percent(0).text(half["above"]),
        "first_four": plain(0).text(
            max(sure.readouts(freedom=1.0, province=place)["worst"] for place in leaders)
        ),
    }


def business() -> dict[str, str]:
    """Return the texts of a rank that was corrected."""
    before = figure("measuring_findings", "value", measure="rank as published")
    after = figure("measuring_findings", "value", measure="rank as corrected")
    return {
        "db_score": found("score as published", 1),
        "db_score_mended": found("score as corrected", 1),
        "db_rank": plain(0).text(before),
        "db_rank_mended": plain(0).text(after),
        "db_places": plain(0).text(after - before),
    }


def gaps() -> dict[str, str]:
    """Return the texts of the gap between provinces."""
    from nqpf.explorers.ch18.does_the_gap_close import MEASURES

    names = list(MEASURES)
    shown = explorer("does-the-gap-close")

    def change(name: str, without: int = 0) -> float:
        return float(shown.readouts(measure=names.index(name), without=without)["change"])

    return {
        "gap_points": percent(0).text(change("standard deviation")),
        "gap_gini": percent(0).text(-change("Gini coefficient")),
        "gap_points_without": percent(0).text(change("standard deviation", 1)),
        "gap_gini_without": percent(0).text(-change("Gini coefficient", 1)),
    }


def aspects() -> dict[str, str]:
    """Return the texts of nine countries on five aspects."""
    from nqpf.explorers.ch18 import six_aspects as shown

    names, china = shown.NAMES, shown.NAMES.index("China")
    by_sum, by_product = (shown.index_ranks(0, 1, way) for way in (0, 1))
    secure, open_ = (shown.ASPECTS.index(name) for name in (shown.SECURE, shown.OPEN))
    official = [row for row in data.rows("inequality_china") if row["series"] == "official"][-1]
    here = figure("six_aspects", "value", aspect="inclusive", country_code="CHN")
    return {
        "israel_sections": plain(0).text(shown.MEASURED[names.index("Israel")][1]),
        "leaders": plain(0).text(explorer("six-aspects").readouts()["leaders"]),
        "sum_first": names[by_sum.index(1)],
        "china_sum": place(by_sum[china]),
        "product_first": names[by_product.index(1)],
        "china_product": place(by_product[china]),
        "china_secure": plain(0).text(shown.index_ranks(secure, 8, 1)[china]),
        "china_open": plain(0).text(shown.index_ranks(open_, 8, 1)[china]),
        "china_gini_here": plain(3).text(here / 100),
        "china_gini_official": plain(3).text(official["gini"]),
        "china_gini_year": year().text(official["year"]),
    }


def place(rank: float) -> str:
    """Return a rank from first to ninth in words."""
    words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
    return words[round(rank) - 1]


def directions() -> dict[str, str]:
    """Return the texts of four directions of upgrading."""
    tech = {"measure": "high-tech manufacturing in industry"}
    services = {
        row["year"]: row["value"]
        for row in data.rows("trend_indicators")
        if row["measure"] == "producer_services_in_inputs" and row["country_code"] == "CHN"
    }
    one = plain(1)
    return {
        "tech_2012": one.text(figure("structure_emerging", "share_percent", year=2012, **tech)),
        "tech_2023": one.text(figure("structure_emerging", "share_percent", year=2023, **tech)),
        "export_2012": one.text(figure("hightech_exports", "share_percent", year=2012)),
        "export_2023": one.text(figure("hightech_exports", "share_percent", year=2023)),
        "services_low_year": year().text(min(services, key=services.__getitem__)),
    }


def coordination() -> dict[str, str]:
    """Return the texts of the degree of coordination and of synergy."""
    worked = coordination_standard(scores=[0.25, 1.0], weights=[1.0, 1.0])
    apart = [
        1 - index(scores=[0.2, 0.3, 0.4], weights=[1.0] * 3).coupling
        for index in (coordination_standard, coordination_wang, coordination_fan)
    ]
    gauges = explorer("four-gauges")
    two = plain(2)
    return {
        "ccd_c": two.text(worked.coupling),
        "ccd_t": plain(3).text(worked.level),
        "ccd_d": plain(3).text(worked.degree),
        "ccd_papers": found("papers that use the static model"),
        "qin_usual": found("coupling by the usual formula", 2, scope="Qinhuangdao"),
        "qin_mended": found("coupling by the corrected formula", 2, scope="Qinhuangdao"),
        "fall_usual": two.text(apart[0]),
        "fall_wang": two.text(apart[1]),
        "fall_fan": two.text(apart[2]),
        "synergy_low_sigma": two.text(gauges.readouts(elasticity_of_substitution=0.1)["synergy"]),
        "synergy_high_sigma": two.text(gauges.readouts(elasticity_of_substitution=3.0)["synergy"]),
    }


def example() -> dict[str, str]:
    """Return the texts of the worked example."""
    table = min_max(FOUR_REGIONS)
    entropy = entropy_weights(table)
    plain_scores = weighted_sums(table, equal_weights(2))
    entropy_scores = weighted_sums(table, entropy)
    two = plain(2)
    return {
        "ex_z2": two.text(table[1][0]),
        "ex_z3": two.text(table[2][0]),
        "ex_s2": two.text(plain_scores[1]),
        "ex_s3": two.text(plain_scores[2]),
        "ex_entropy": two.text(entropy[1]),
        "ex_e2": two.text(entropy_scores[1]),
        "ex_e3": two.text(entropy_scores[2]),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of chapter 18 use, by its name."""
    return (
        systems()
        | ranking()
        | business()
        | gaps()
        | aspects()
        | directions()
        | coordination()
        | example()
    )
