"""The numbers in the sentences of chapter 14, from its data and its models."""

from typing import Any

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.security import best_home_share
from nqpf.models.security.growth_and_security import (
    growth_price_of_security,
    growth_with_home_part,
    home_part_of_most_growth,
    kept_in_worst_crisis,
)
from nqpf.models.security.openness import gains_from_trade, real_income_after_price_rise
from nqpf.numbers import percent, plain
from nqpf.prose import figure

ROAD = {
    "home_drag": 0.02,
    "blockade_chance": 0.05,
    "blockade_setback": 0.25,
    "home_failure_chance": 0.02,
    "home_setback": 0.1,
}
SETBACKS = {name: ROAD[name] for name in ("blockade_setback", "home_setback")}
HOLDING = 0.25
"""What holding a year of use costs, of what it costs to buy."""


def found(decimals: int = 0, **where: str | int) -> str:
    """Return a figure of the findings as text."""
    return plain(decimals).text(figure("security_findings", "value", **where))


def taps() -> dict[str, str]:
    """Return the texts of the two plants and of what is bought and sold abroad."""

    def soy(seller: str, year: int) -> str:
        share = figure("supplier_shares_2025", "share_percent", seller=seller, year=year)
        return percent(0).text(share / 100)

    def abroad(good: str, place: int) -> tuple[str, str]:
        rows = sorted(
            (row for row in data.rows("external_dependence") if row["good"] == good),
            key=lambda row: row["year"],
        )
        return percent(0).text(rows[place]["from_abroad_percent"] / 100), str(rows[place]["year"])

    first, last = abroad("Chips", 0), abroad("Chips", -1)
    return {
        "zte_days": found(source_id="zte_2018", unit="days"),
        "zte_paid": found(1, source_id="zte_2018", unit="billion dollars"),
        "magnets_may": plain(0).text(figure("magnet_exports", "tonnes", year=2025, month=5)),
        "us_before": found(source_id="magnets_destinations_2025", period_start=2024),
        "us_after": found(source_id="magnets_destinations_2025", period_start=2025),
        "soy_before": soy("United States", 2024),
        "soy_after": soy("United States", 2025),
        "soy_brazil": soy("Brazil", 2025),
        "chips_first": first[0],
        "chips_first_year": first[1],
        "chips_last": last[0],
        "chips_last_year": last[1],
        "ore_first": abroad("Iron ore", 0)[0],
        "ore_last": abroad("Iron ore", -1)[0],
        "chip_imports": found(source_id="scmp_chips_2024"),
        "chip_exports": found(source_id="caixin_chips_2026"),
    }


def chains() -> dict[str, str]:
    """Return the texts of suppliers, stocks, routes and places."""
    three, chain = explorer("three-suppliers"), explorer("a-supplier-breaks")
    start, second = chain.readouts(), chain.readouts(detour_days=60)
    routes = explorer("cut-a-route")
    shut, safe = routes.readouts(), routes.readouts(concentration=0.6)
    elasticities = {
        place: figure(
            "studies_cited",
            "value",
            source_id="ahlfeldt_2019",
            scope=f"effects of density, {place} countries",
        )
        for place in ("developed", "developing")
    }
    return {
        "third": percent(1).text(three.readouts()["common"]),
        "floor": percent(1).text(three.readouts()["floor"]),
        "quiet": plain(0).text(start["begin"]),
        "undetoured": plain(0).text(start["lost"]),
        "detoured": plain(0).text(second["lost"]),
        "quake": plain(2).text(figure("linkage_findings", "value", source_id="carvalho_2021")),
        "highland": percent(0).text(routes.readouts(closed=8)["least"]),
        "all_short": plain(0).text(shut["short"]),
        "weeks": plain(0).text(shut["weeks"]),
        "gain_close": percent(1).text(shut["gain"]),
        "gain_safe": percent(1).text(safe["gain"]),
        "density_low": percent(0).text(2 ** elasticities["developed"] - 1),
        "density_high": percent(0).text(2 ** elasticities["developing"] - 1),
        "stock_cost": percent(0).text(HOLDING * 2 / 12),
    }


def parts() -> dict[str, str]:
    """Return the texts of factor conditions, of the five parts and of insurance."""
    binds, five = explorer("what-binds-first"), explorer("five-parts-of-security")
    rules = [five.readouts(rule=rule, budget=10) for rule in (1, 2, 3)]
    return {
        **{f"bound_{n}": plain(1).text(binds.readouts(steps=n)["years"]) for n in range(4)},
        "proportional": plain(1).text(rules[0]["left"]),
        "all_on_top": plain(1).text(rules[1]["left"]),
        "best_ten": plain(1).text(rules[2]["left"]),
        "dear": percent(0).text(
            best_home_share(crisis_chance=0.1, crisis_loss=0.4, home_cost=0.06)
        ),
    }


def trade() -> dict[str, str]:
    """Return the texts of what trade is worth, here and in published models."""
    road = explorer("open-and-exposed").readouts()

    def american(elasticity: float) -> str:
        gain = gains_from_trade(home_expenditure=0.93, foreign_elasticity=elasticity + 1)
        return percent(2).text(gain)

    def doubled(elasticity: float) -> str:
        left = real_income_after_price_rise(
            home_expenditure=0.8, foreign_elasticity=elasticity, foreign_price_multiple=2.0
        )
        return percent(1).text(1 - left)

    def german(measure: str) -> str:
        return found(source_id="baqaee_2024", measure=measure)

    return {
        "gain_later": percent(1).text(road["later"]),
        "loss_soon": percent(1).text(road["soon"]),
        "acr_low": american(10.0),
        "acr_high": american(5.0),
        "home_us": found(1, source_id="eppinger_2021"),
        "german_months": german("loss in the first months"),
        "german_year": german("loss in the first year"),
        "german_low": german("lasting loss, low"),
        "german_high": german("lasting loss, high"),
        "own_soon": doubled(0.3),
        "own_later": doubled(6.0),
    }


def road() -> dict[str, str]:
    """Return the texts of growth and security, and of the worked example."""
    explored = explorer("growth-and-security").readouts()
    part, step = 0.5, 0.01
    top = home_part_of_most_growth(**ROAD)

    def growth(at: float) -> float:
        return float(growth_with_home_part(calm_growth=0.05, home_part=at, **ROAD))

    def kept(at: float) -> float:
        return float(kept_in_worst_crisis(home_part=at, **SETBACKS))

    drag = ROAD["home_drag"] + ROAD["home_failure_chance"] * ROAD["home_setback"]
    more_kept = 2 * ROAD["blockade_setback"] * (1 - part) * step
    price = growth_price_of_security(home_part=part, **ROAD)
    return {
        "fastest": percent(0).text(explored["fastest"]),
        "safest": percent(0).text(explored["safest"]),
        "w_growth": percent(2).text(growth(part)),
        "w_kept": percent(1).text(kept(part)),
        "w_top": percent(2).text(growth(top)),
        "w_given": plain(2).text(100 * (growth(top) - growth(part))),
        "w_gained": plain(1).text(100 * (kept(part) - kept(top))),
        "w_step_drag": plain(4).text(100 * 2 * drag * part * step),
        "w_step_spared": plain(4).text(100 * ROAD["blockade_chance"] * more_kept),
        "w_step_kept": plain(2).text(100 * more_kept),
        "w_price": plain(3).text(price),
        "w_decade": plain(1).text(10 * price),
        "w_slip": plain(3).text(2 * drag * part * step / more_kept),
    }


def evidence() -> dict[str, str]:
    """Return the texts of controls and of the contested claim."""
    graded = data.rows("industries_26_security")
    refined: dict[str, Any] = {"source_id": "iea_minerals_2025", "unit": "percent"}
    return {
        "re_times": found(source_id="alfaro_2025", unit="times"),
        "value_lost": found(source_id="crosignani_2024"),
        "gallium": plain(1).text(figure("linkage_findings", "value", source_id="nassar_2024")),
        "gallium_low": found(
            1, source_id="nassar_2024", measure="loss of output if none came, low"
        ),
        "gallium_high": found(source_id="nassar_2024", measure="loss of output if none came, high"),
        "dependent": plain(0).text(
            sum(row["industries"] for row in graded if row["group"] == "dependent")
        ),
        "refining_before": found(**refined, period_start=2020),
        "refining_after": found(**refined, period_start=2024),
        "gas": plain(0).text(figure("linkage_findings", "value", source_id="moll_2023")),
        "split_low": found(1, source_id="imf_fragmentation_2023", measure="loss, low"),
        "split_high": found(source_id="imf_fragmentation_2023", measure="loss, high"),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of chapter 14 use, by its name."""
    return taps() | chains() | parts() | trade() | road() | evidence()
