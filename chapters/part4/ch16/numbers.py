"""The numbers in the sentences of chapter 16, from its data and its models."""

from typing import Any

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.allocation.subsidy_race import common_support_worth_most
from nqpf.models.innovation.rules_of_the_game import (
    best_patent_life,
    best_protected_part,
    competition_with_most_innovation,
)
from nqpf.numbers import percent, plain
from nqpf.prose import figure

RATE = 0.05


def found(measure: str, decimals: int = 0, **where: str) -> str:
    """Return a figure of the findings as text."""
    value = figure("rules_findings", "value", measure=measure, **where)
    return plain(decimals).text(value)


def courts() -> dict[str, str]:
    """Return the texts of the case and of the courts."""
    geely: dict[str, Any] = {"source_id": "iam_geely_2024"}
    low, high = (
        figure("rules_findings", "value", measure=measure, **geely)
        for measure in (
            "awarded by the Shanghai High Court",
            "awarded by the Supreme Court",
        )
    )
    number, money = (
        figure("rules_findings", "value", measure=measure, source_id="ecns_ip_2024")
        for measure in ("cases with punitive damages", "punitive damages awarded")
    )
    return {
        "left": found("managers and engineers who left", **geely),
        "asked": found("asked by Geely", 1, **geely),
        "first": plain(0).text(1000 * low),
        "final": plain(0).text(1000 * high),
        "more": plain(0).text(high / low),
        "cases": found("cases on intellectual property", source_id="people_ip_2025"),
        "punitive_before": plain(0).text(number),
        "punitive": found("cases with punitive damages", source_id="people_ip_2025"),
        "punitive_mean": plain(1).text(1000 * money / number),
        "courts_rise": found("rise of invention patents", 1),
    }


def patents() -> dict[str, str]:
    """Return the texts of patents counted and patents that matter, and of patents struck down."""
    office = {"source_id": "people_patents_2025"}
    held, high = (
        figure("rules_findings", "value", measure=measure, **office)
        for measure in ("in force and held at home", "of these of high value")
    )
    return {
        "held": plain(2).text(held),
        "high_part": percent(0).text(high / held),
        "used": found("patents of enterprises that are put to use", 1, **office),
        "return": found("return of the programme", 1),
        "return_if": found("return if officials could tell quality", 1),
        "struck": found("rise of citations"),
    }


def regulators() -> dict[str, str]:
    """Return the texts of platforms, reviews and gatekeepers."""
    before, after = (
        figure(
            "rules_findings",
            "value",
            measure="all fines under the Anti-Monopoly Law",
            period_start=year,
        )
        for year in (2020, 2021)
    )
    gansu: dict[str, Any] = {"source_id": "brics_gansu_2025"}
    return {
        "fine": found("fine of Alibaba", 1),
        "fine_part": found("fine of Alibaba over its sales in China in 2019"),
        "fines_before": plain(2).text(before),
        "fines_after": plain(1).text(after),
        "below_cost": found("highest fine for pressing sellers below cost"),
        "delivery": found("subsidies announced by Alibaba alone"),
        "abolished": found("measures abolished or revised"),
        "against": found("cases against administrations", **gansu),
        "gansu": found("measures reviewed in half a year", **gansu),
        "gansu_amended": found("of these amended", **gansu),
        "apple": found("fine of Apple"),
        "meta": found("fine of Meta"),
        "maps": found("rise of searches for maps"),
    }


def protection() -> dict[str, str]:
    """Return the texts of the life of a patent and of a country's protection."""
    patent, country = explorer("how-long-a-patent"), explorer("whose-inventions")
    start = patent.readouts()
    weak = patent.readouts(enforcement=0.8)
    longer = patent.readouts(patent_years=40)
    parts = [best_protected_part(demand_response=response) for response in (1.0, 10.0)]
    return {
        "twenty": percent(0).text(start["protected"]),
        "twenty_gain": percent(0).text(start["here"]),
        "best": plain(1).text(start["best"]),
        "forty_gain": percent(0).text(longer["here"]),
        "weak": plain(1).text(weak["best"]),
        "one_part": percent(0).text(parts[0]),
        "one_years": plain(1).text(best_patent_life(demand_response=1.0, interest_rate=RATE)),
        "ten_part": percent(0).text(parts[1]),
        "follower": percent(0).text(country.readouts()["best"]),
        "leader": percent(0).text(country.readouts(home_inventions=0.9)["best"]),
        "large": percent(0).text(country.readouts(home_inventions=0.5, home_market=0.5)["best"]),
        "world": percent(0).text(country.readouts()["world"]),
    }


def rivals() -> dict[str, str]:
    """Return the texts of competition and innovation, in the model."""
    shown = explorer("competition-and-innovation")
    start, war = shown.readouts(competition=0.5), shown.readouts(competition=1.0)
    tops = [competition_with_most_innovation(imitation_rate=rate) for rate in (0.1, 0.5, 0.8)]
    return {
        "top_slow": percent(0).text(tops[0]),
        "top": percent(0).text(tops[1]),
        "top_fast": percent(0).text(tops[2]),
        "cartel_flow": percent(0).text(start["flow"]),
        "war_flow": percent(0).text(war["flow"]),
        "war_effort": plain(1).text(war["effort"]),
        "war_level": percent(0).text(war["level"]),
        "worked_effort": plain(3).text(((0.5**2 + 2) / 3) ** 0.5),
    }


def fit(industries: str, comparison: str, curve: str) -> dict[str, float]:
    """Return one of the fits."""
    return next(
        row
        for row in data.rows("competition_fits")
        if (row["industries"], row["comparison"], row["curve"]) == (industries, comparison, curve)
    )


def with_error(row: dict[str, float], name: str, decimals: int = 1) -> str:
    """Return an estimate with its standard error, as text."""
    shown = plain(decimals, signed=name != "top")
    return f"{shown.text(row[name])} ({plain(decimals).text(row[f'{name}_error'])})"


def fits() -> dict[str, str]:
    """Return the texts of what is fitted to American industries."""
    hump = fit("all", "between industries", "hump")
    return {
        "hump_bend": with_error(hump, "bend"),
        "hump_top": with_error(hump, "top", 2),
        "published_top": found("competition at the top of the hump", 2),
        "valley_bend": with_error(fit("manufacturing", "between industries", "hump"), "bend"),
        "within_top": with_error(fit("manufacturing", "within an industry", "hump"), "top", 2),
        "rise": with_error(fit("manufacturing", "within an industry", "straight"), "slope"),
        "fall": with_error(fit("all", "within an industry", "straight"), "slope"),
        "fall_rest": with_error(
            fit("all but computers", "within an industry", "straight"), "slope"
        ),
        "industries": plain(0).text(
            len({row["industry"] for row in data.rows("competition_patents")})
        ),
        "top_firms": found("rise of patenting of the most productive firms", 1),
    }


def rules() -> dict[str, str]:
    """Return the texts of places that outbid each other and of rules for digital markets."""
    race, digital = explorer("race-or-common-rule"), explorer("rule-for-all-or-large")
    start = race.readouts()
    learning = race.readouts(drawn_away=0.2, learnt_elsewhere=0.6)
    large = digital.readouts()
    cheap = digital.readouts(cost_of_rule=0.01, rule_strength=1.0)
    signed = plain(2, signed=True)
    return {
        "race": signed.text(start["race"]),
        "race_best": plain(1).text(start["best"]),
        "race_capped": signed.text(start["capped"]),
        "race_learning": plain(1).text(
            common_support_worth_most(drawn_away=0.2, learnt_elsewhere=0.6)
        ),
        "learning_race": signed.text(learning["race"]),
        "learning_capped": signed.text(learning["capped"]),
        "penalty": plain(2).text(start["penalty"]),
        "breaking": plain(3).text(start["breaking"]),
        "digital_large": plain(2).text(large["large"]),
        "digital_all": plain(2).text(large["every"]),
        "digital_leave": percent(0).text(large["all_leave"]),
        "digital_trade": percent(0).text(large["trade"]),
        "cheap_large": plain(2).text(cheap["large"]),
        "cheap_all": plain(2).text(cheap["every"]),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of chapter 16 use, by its name."""
    return courts() | patents() | regulators() | protection() | rivals() | fits() | rules()
