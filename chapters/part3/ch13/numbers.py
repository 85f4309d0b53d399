"""The numbers in the sentences of chapter 13, from the tables, its models and its findings."""

from math import expm1

from nqpf import data
from nqpf.explorers import explorer
from nqpf.explorers.ch13._table import CHINA, SECTORS
from nqpf.models.structure.input_output import (
    leontief_inverse,
    rounds_of_demand,
    technical_coefficients,
    value_added,
)
from nqpf.models.structure.linkages import (
    backward_linkages,
    domar_weights,
    forward_linkages,
    upstreamness,
    value_added_from,
)
from nqpf.models.structure.shocks import exact_loss, first_order_loss, second_order_loss
from nqpf.models.structure.small_networks import output_of_two_sectors
from nqpf.numbers import percent, plain
from nqpf.prose import figure

VEHICLES, ELECTRONICS, FUEL = (SECTORS.index(name) for name in ("Vehicles", "Electronics", "Fuel"))
WEIGHTS = domar_weights(CHINA.output, final_output=sum(CHINA.value_added))
UPSTREAM = upstreamness(CHINA.flows, CHINA.output)
STEEL_IN_CARS, CARS_IN_STEEL, WANTED = 0.4, 0.25, 90.0
SMALL = {"sales_share": 0.04, "productivity_fall": 0.3}


def found(measure: str, decimals: int = 0, **where: str) -> str:
    """Return a figure of the findings as text."""
    value = figure("linkage_findings", "value", measure=measure, **where)
    return plain(decimals).text(value)


def the_line() -> dict[str, str]:
    """Return the texts of the opening and of the table as a whole."""
    return {
        "magnets": found("share of the world's making"),
        "cars_traded": found("cars bought", 1),
        "sales_over_gdp": plain(2).text(sum(WEIGHTS)),
        "fuel_weight": percent(1).text(WEIGHTS[FUEL]),
    }


def two_sectors() -> dict[str, str]:
    """Return the texts of the worked example of cars and steel."""
    made = output_of_two_sectors(
        first_in_first=0.0,
        second_in_first=STEEL_IN_CARS,
        first_in_second=CARS_IN_STEEL,
        second_in_second=0.0,
        demand_first=WANTED,
        demand_second=0.0,
    )
    table = [[0.0, CARS_IN_STEEL], [STEEL_IN_CARS, 0.0]]
    rounds = [sum(one) for one in rounds_of_demand(table, [WANTED, 0.0], rounds=4)]
    texts = {
        "wanted": plain(0).text(WANTED),
        "steel_in_cars": plain(1).text(STEEL_IN_CARS),
        "cars_in_steel": plain(2).text(CARS_IN_STEEL),
        "cars_made": plain(0).text(made.first),
        "steel_made": plain(0).text(made.second),
        "both_made": plain(0).text(made.first + made.second),
        "two_multiplier": plain(2).text((made.first + made.second) / WANTED),
        "determinant": plain(1).text(1 - STEEL_IN_CARS * CARS_IN_STEEL),
    }
    return texts | {f"round_{turn}": plain(1).text(one) for turn, one in enumerate(rounds) if turn}


def orders() -> dict[str, str]:
    """Return the texts of demand that runs through the table of twenty sectors."""
    orders, ranks = explorer("order-by-order"), explorer("upstream-and-downstream")
    first, second = orders.readouts(turn=1), orders.readouts(turn=2)
    chips = orders.readouts(wanted=ELECTRONICS)
    at_home, as_if = (ranks.readouts(sector=ELECTRONICS, imports=imports) for imports in (0, 1))
    return {
        "cars_first": plain(0).text(first["new"]),
        "cars_second": plain(0).text(second["new"]),
        "cars_all": plain(0).text(first["all"]),
        "cars_home": plain(0).text(first["home"]),
        "chips_all": plain(0).text(chips["all"]),
        "chips_abroad": plain(0).text(chips["abroad"]),
        "chips_as_if": plain(0).text(as_if["made"]),
        "chips_place": plain(0).text(at_home["pull"]),
        "chips_place_as_if": plain(0).text(as_if["pull"]),
    }


def winners() -> dict[str, str]:
    """Return the texts of the measures: who is first by each."""
    inverse = inverse_of(CHINA)
    measures = {
        "by_size": CHINA.output,
        "by_pull": backward_linkages(inverse),
        "by_call": forward_linkages(inverse),
        "by_stages": UPSTREAM,
    }
    eight = data.input_output("input_output_2020_8")
    added = value_added(CHINA.flows, CHINA.output)
    return {name: first_of(values, SECTORS).lower() for name, values in measures.items()} | {
        "pull_of_eight": first_of(backward_linkages(inverse_of(eight)), eight.names).lower(),
        "most_stages": plain(1).text(max(UPSTREAM)),
        "least_stages": plain(1).text(min(UPSTREAM)),
        "mean_stages": plain(1).text(sum(CHINA.output) / sum(added)),
        "cars_stages": plain(1).text(UPSTREAM[VEHICLES]),
    }


def first_of(values: list[float], names: list[str]) -> str:
    """Return the name that goes with the largest value."""
    return names[values.index(max(values))]


def inverse_of(table: data.InputOutput) -> list[list[float]]:
    """Return what a unit of final demand takes of each product made at home."""
    return leontief_inverse(technical_coefficients(table.flows, table.output))


def abroad_in_exports(table: data.InputOutput) -> float:
    """Return which part of a year's exports pays for imports, all rounds counted."""
    everywhere = range(len(table.codes))
    at_home = value_added_from(inverse_of(table), table.value_added_rates, origins=everywhere)
    return 1 - sum(h * e for h, e in zip(at_home, table.exports, strict=True)) / sum(table.exports)


def compared() -> dict[str, str]:
    """Return the texts of the comparison with the OECD's figures."""
    return {
        "oecd": found("value from abroad inside in 2018", 1),
        "ours_before": percent(1).text(
            abroad_in_exports(data.input_output("input_output_2017_20"))
        ),
        "ours_after": percent(1).text(abroad_in_exports(CHINA)),
    }


def losses() -> dict[str, str]:
    """Return the texts of a small sector that fails, and of Germany without Russian energy."""

    def in_full(elasticity: float, **case: float) -> float:
        return -float(exact_loss(sector_elasticity=elasticity, **SMALL | case))

    def published(measure: str, scope: str) -> float:
        return figure("linkage_findings", "value", measure=measure, scope=scope)

    def ours(scope: str, share: str, fall: float) -> str:
        loss = in_full(
            published("elasticity of substitution", scope),
            sales_share=published(share, scope) / 100,
            productivity_fall=fall,
        )
        return percent(2).text(loss)

    energy, gas = (
        "a tenth less energy, one production function",
        "three tenths less gas, one production function",
    )
    second = -expm1(second_order_loss(sector_elasticity=0.1, **SMALL))
    return {
        "say_sales": percent(1).text(-expm1(first_order_loss(**SMALL))),
        "hardly": percent(0).text(in_full(0.04)),
        "poor": percent(1).text(in_full(0.1)),
        "poor_second": percent(1).text(second),
        "unit": percent(1).text(in_full(1.0)),
        "ours_energy": ours(energy, "share of energy", 0.1),
        "theirs_energy": plain(1).text(published("loss of spending", energy)),
        "ours_gas": ours(gas, "share of gas", 0.3),
        "theirs_gas": plain(1).text(published("loss of spending", gas)),
        "energy_share": plain(0).text(published("share of energy", energy)),
        "gas_share": plain(0).text(published("share of gas", gas)),
        "network_low": found("loss of spending, least", 1),
        "network_high": found("loss of spending, most", 1),
        "range_low": found("loss of output, least", 1, source_id="bachmann_2024"),
        "range_high": found("loss of output, most", 0, source_id="bachmann_2024"),
        "krebs_low": found("loss of output, least", 1, source_id="krebs_2022"),
        "krebs_high": found("loss of output, most", 0, source_id="krebs_2022"),
        "gas_saved": found("fall of the use of gas"),
        "quake": found("growth lost", 2),
        "gallium": found("loss of output", 1, source_id="nassar_2024"),
    }


def support() -> dict[str, str]:
    """Return the texts of support in a chain, and what was found of it."""
    chain = explorer("where-support-helps")
    start, cheap = chain.readouts(), chain.readouts(first_link_wedge=-0.3)
    signed = plain(0, signed=True)
    return {
        "mine_start": signed.text(start["mine"]),
        "cars_start": signed.text(start["cars"]),
        "mine_cheap": signed.text(cheap["mine"]),
        "liu_gain": found("gain of efficiency", 1),
        "steel_times": found("subsidies over revenue, against firms in the OECD"),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of chapter 13 use, by its name."""
    parts = (the_line, two_sectors, orders, winners, compared, losses, support)
    return {name: text for part in parts for name, text in part().items()}
