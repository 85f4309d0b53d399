"""The numbers in the sentences of chapter 8."""

from math import log2

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models import learning
from nqpf.models.learning import early_start
from nqpf.numbers import percent, plain
from nqpf.prose import figure, years


def fitted(table: str, start: int, end: int) -> str:
    kept = [row for row in data.rows(table) if start <= row["year"] <= end]
    made, paid = (
        [row[name] for row in kept] for name in ("cumulative_capacity_mw", "module_price")
    )
    return percent(1).text(learning.fitted_learning_rate(made, paid))


def opening() -> dict[str, str]:
    """Return the numbers of the opening."""
    solar = data.rows("learning_solar_pv_2025")
    first, last = solar[0], solar[-1]
    multiple = last["cumulative_capacity_mw"] / first["cumulative_capacity_mw"]
    sun = explorer("what-a-doubling-does").readouts()
    return {
        "first_year": str(first["year"]),
        "last_year": str(last["year"]),
        "first_price": plain(0).text(first["module_price"]),
        "last_price": plain(2).text(last["module_price"]),
        "millions": plain(1).text(multiple / 1e6),
        "doublings": plain(0).text(log2(multiple)),
        "whole": percent(1).text(sun["whole"]),
        "before": percent(1).text(sun["before"]),
        "after": percent(1).text(sun["after"]),
        "foretold": plain(2).text(sun["foretold"]),
        "edition_2020": fitted("learning_solar_pv", 1976, 2019),
        "edition_2025": fitted("learning_solar_pv_2025", 1976, 2019),
        "lately": fitted("learning_solar_pv_2025", 2020, 2024),
    }


def what_the_curve_hides() -> dict[str, str]:
    """Return the numbers of: What the curve hides."""
    case = dict(learning_rate=0.1, autonomous_fall=0.05, demand_growth=0.2, price_elasticity=1.0)
    exponent, growth = (
        learning.learning_exponent(learning_rate=0.1),
        early_start.growth_of_experience(**case),
    )
    fall = 0.05 + exponent * growth
    chain = explorer("a-margin-at-every-stage")
    three, keen = chain.readouts(), chain.readouts(stages=2, incentive_saving=0.4, chain_cost=0.6)
    return {
        "w_b": plain(3).text(exponent),
        "w_growth": percent(1).text(growth),
        "w_fall": percent(1).text(fall),
        "w_slope": plain(3).text(fall / growth),
        "w_shown": percent(1).text(early_start.apparent_learning_rate(**case)),
        "w_sum": percent(1).text(0.25),
        "w_rest": plain(3).text(1 - exponent),
        "w_wrong": percent(0).text(
            learning.cost_after_experience(learning_rate=0.2, experience_multiple=4.0)
        ),
        "w_right": percent(0).text(
            learning.cost_after_experience(learning_rate=0.1, experience_multiple=4.0)
        ),
        "chain_output": percent(0).text(three["output"]),
        "chain_profit": percent(0).text(three["profit"]),
        "keen": percent(0).text(keen["output"]),
        "keen_profit": plain(1).text(keen["profit"]),
    }


start = dict(
    learning_rate=0.2, market_growth=0.25, head_start=5.0, discount_rate=0.05, edge_years=10.0
)


def the_early_bird() -> dict[str, str]:
    """Return the numbers of: The early bird."""
    found: dict[str, str] = {}
    for name, part in {"alone": 0.0, "half": 0.5, "most": 0.9}.items():
        found |= {
            f"worth_{name}": plain(1).text(early_start.worth_of_head_start(spillover=part, **start))
        }
    bird = explorer("early-bird").readouts()
    memory = dict(source_id="irwin_klenow_1994")
    return {
        **found,
        "bird_alone": percent(0).text(bird["alone"]),
        "bird_shared": percent(0).text(bird["shared"]),
        "chips": plain(0, after="%").text(
            figure("studies_cited", "value", measure="learning rate", **memory)
        ),
        "own_times": plain(0).text(figure("studies_cited", "value", unit="ratio", **memory)),
        "chip_years": years("studies_cited", measure="learning rate", **memory),
    }


def used(branch: str, quarter: int, table: str = "capacity_utilisation") -> str:
    return plain(1, after="%").text(
        figure(
            table,
            "utilisation_percent",
            branch=branch,
            quarter=quarter,
            **({} if table == "capacity_utilisation" else {"year": 2026}),
        )
    )


def changed(indicator: str, period: str = "2026 January-August") -> str:
    return plain(1, after="%", signed=True).text(
        figure("demand_china_2026", "change_percent", indicator=indicator, period=period)
    )


def cited(measure: str, source_id: str) -> str:
    return plain(0).text(figure("studies_cited", "value", measure=measure, source_id=source_id))


def too_much_capacity() -> dict[str, str]:
    """Return the numbers of: Too much capacity."""
    found: dict[str, str] = {}
    silicon = [
        figure("studies_cited", "value", scope="polysilicon", measure=f"output in the {when} year")
        / 1e6
        for when in ("first", "last")
    ]
    for name, key in {
        "ships": "barwick_2025",
        "cotton": "juhasz_2018",
        "liberty": "thompson_2001",
    }.items():
        found |= {f"{name}_years": years("studies_cited", source_id=key)}
    return {
        **found,
        **{
            f"{name}_2026": used(branch, 2, "capacity_utilisation_2026")
            for name, branch in {
                "all": "industry, all",
                "cars": "motor vehicles",
                "electrical": "electrical machinery",
            }.items()
        },
        "all_2024": used("industry, all", 4),
        "retail": changed("retail sales of consumer goods"),
        "investment": changed("fixed investment without rural households"),
        "ppi": changed("producer prices", "2026-06"),
        "ppi_consumer": changed("producer prices, consumer goods", "2026-06"),
        "cars_first": used("motor vehicles", 1),
        "cars_last": used("motor vehicles", 4),
        "electrical": used("electrical machinery", 4),
        "race": percent(0).text(learning.utilisation_of_race(builders=6.0, capacity_built=0.5)),
        "silicon_first": plain(2).text(silicon[0]),
        "silicon_last": plain(1).text(silicon[1]),
        "kavlak_years": years("studies_cited", source_id="kavlak_2018", measure="fall of cost"),
        "solar_fall": cited("fall of cost", "kavlak_2018") + "%",
        "efficiency": cited("part of the fall from more efficient modules", "kavlak_2018") + "%",
        "lag": cited("lag of early leaders behind pioneers", "golder_tellis_1993"),
        "kinds": cited("product categories", "golder_tellis_1993"),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of the chapter use, by its name."""
    return {**opening(), **what_the_curve_hides(), **the_early_bird(), **too_much_capacity()}
