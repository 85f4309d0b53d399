"""The numbers of chapter 9, each from the data or from a model."""

from math import exp, log

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.structure.bottlenecks import cost_of_repair, multiplier_of_links
from nqpf.models.structure.clusters import spillover_of_entry
from nqpf.models.structure.ecosystem import output_of_chain, technology_at_rest
from nqpf.numbers import percent, plain, points
from nqpf.prose import figure, years

LEVELS, COSTS = [0.9, 0.3, 0.4, 0.6], [0.5, 1.0, 1.5, 0.5]
LINKS = {
    "data": 0.9,
    "platform": 0.8,
    "terminals": 0.9,
    "scenarios": 0.4,
    "life": 0.7,
    "supply": 0.9,
}


def pen(measure: str, decimals: int = 0) -> str:
    """Return a figure of the reports on pen tips."""
    return plain(decimals).text(figure("pen_tips", "value", measure=measure))


def cited(source_id: str, decimals: int = 0, after: str = "", **where: str | int) -> str:
    """Return a figure of a study that the chapter cites."""
    found = figure("studies_cited", "value", source_id=source_id, **where)
    return plain(decimals, after=after).text(found)


def the_pen() -> dict[str, str]:
    """Return what was reported of pens, and what a tip cost."""
    paid = figure("pen_tips", "value", measure="paid abroad for tips in a year")
    pens = figure("pen_tips", "value", measure="ballpoint pens made in China in a year")
    return {
        "pens": pen("ballpoint pens made in China in a year"),
        "paid": pen("paid abroad for tips in a year", 1),
        "programme": pen("public money for the research"),
        "steel_years": pen("years of research at the steel works"),
        "tonnes": pen("special steel imported in a year"),
        "a_tip": plain(2).text(paid / pens / 1000 * 100),
    }


def emerging_industries() -> dict[str, str]:
    """Return the shares of strategic emerging industries in GDP, and how each is known."""
    measure = "strategic emerging industries in GDP"
    return {
        f"sei_{year}": plain(0, after="%").text(
            figure("structure_emerging", "share_percent", measure=measure, year=year)
        )
        for year in (2010, 2015, 2017, 2020)
    }


def chains() -> dict[str, str]:
    """Return what chains of good and of bad links make."""
    six = explorer("six-ecologies")
    start, mean = six.readouts(), six.readouts(link_exponent=1.0)
    worst = six.readouts(link_exponent=-10.0)
    steps = list(LINKS.values())
    made = output_of_chain(link_qualities=steps)
    mended = output_of_chain(
        link_qualities=[max(step, 0.8) if step == 0.4 else step for step in steps]
    )
    early = output_of_chain(link_qualities=[steps[0], 0.9, *steps[2:]])
    return {
        "hundred": percent(0).text(output_of_chain(link_qualities=[0.99] * 100)),
        "six_chain": percent(0).text(output_of_chain(link_qualities=[0.9] * 5 + [0.5])),
        "six_mean": percent(0).text((5 * 0.9 + 0.5) / 6),
        "six_own": points(1).text(start["own"]),
        "six_most": points(1).text(start["most"]),
        "six_even": points(1).text(mean["most"]),
        "six_weak": points(1).text(worst["most"]),
        "product_made": plain(0).text(1000 * made),
        "product_mended": plain(0).text(1000 * mended),
        "product_early": plain(0).text(1000 * early),
        **{f"passes_{name}": percent(0).text(step) for name, step in LINKS.items()},
    }


def bases() -> dict[str, str]:
    """Return the costs of the worked example and of the explorer of four bases."""

    def cost(target: float) -> float:
        paid: float = cost_of_repair(base_levels=LEVELS, repair_costs=COSTS, target_level=target)
        return paid

    mend = explorer("a-base-to-mend")
    bought = mend.readouts(bought=1)
    tool = mend.readouts(chain=1)
    return {
        "cost_40": plain(0).text(cost(0.4)),
        "cost_60": plain(0).text(cost(0.6)),
        "last_ten": plain(0).text(cost(0.7) - cost(0.6)),
        "bought_now": percent(0).text(bought["now"]),
        "bought_cost": plain(0).text(bought["cost"]),
        "tool_cost": plain(0).text(tool["cost"]),
    }


def resources() -> dict[str, str]:
    """Return what rules of thumb win of what a budget could add."""
    six = explorer("a-budget-over-six")
    rules = [six.readouts(rule=rule) for rule in range(3)]
    large = six.readouts(rule=2, resource_budget=12)
    even, there, smallest = (percent(0).text(rule["share"]) for rule in rules)
    return {
        "rule_even": even,
        "rule_there": there,
        "rule_smallest": smallest,
        "rule_large": percent(0).text(large["share"]),
    }


def cycles() -> dict[str, str]:
    """Return where technology comes to rest with cycles closed and broken."""

    def rest(education: float, finance: float, link: float = 0.5) -> float:
        level: float = technology_at_rest(
            cycle_link=link, education_cycle=education, finance_cycle=finance
        )
        return level

    none, first, second, both = rest(0, 0), rest(1, 0), rest(0, 1), rest(1, 1)
    return {
        "rest_none": plain(2).text(none),
        "rest_first": plain(2).text(first),
        "rest_second": plain(2).text(second),
        "rest_both": plain(2).text(both),
        "adds_alone": plain(2).text(first - none),
        "adds_beside": plain(2).text(both - second),
        "weak_both": plain(2).text(rest(1, 1, 0.3)),
        "strong_both": plain(1).text(rest(1, 1, 0.65)),
        "blow_up": plain(2).text(0.5 ** (1 / 3)),
    }


def clusters() -> dict[str, str]:
    """Return the sizes of a cluster, and what becomes of it without its lead firm."""
    size = explorer("how-large-a-cluster").readouts()
    leaves = explorer("the-lead-firm-leaves")
    late, soon, stays = (
        leaves.readouts(),
        leaves.readouts(leaving=5),
        leaves.readouts(local_share=0.1),
    )
    case = {"density_elasticity": 0.04, "congestion": 0.01}
    low, high = late["needed"], size["end"]
    adds = [spillover_of_entry(cluster_size=one, **case) for one in (low, high)]
    return {
        "best_size": plain(0).text(size["best"]),
        "stable": plain(0).text(size["end"]),
        "needed": plain(0).text(late["needed"]),
        "late_there": plain(0).text(late["size"]),
        "late_left": plain(0).text(late["left"]),
        "soon_there": plain(0).text(soon["size"]),
        "soon_left": plain(0).text(soon["left"]),
        "thin_left": plain(0).text(stays["left"]),
        "adds_small": percent(1).text(adds[0]),
        "adds_large": percent(1).text(adds[1]),
        "move_gain": percent(1).text(adds[0] - adds[1]),
    }


def published() -> dict[str, str]:
    """Return what was published, and what the book's models and data say of it."""
    table = data.input_output("input_output_2020_20")
    share = sum(map(sum, table.flows_with_imports)) / sum(table.output)
    rise = log(1 + figure("studies_cited", "value", source_id="greenstone_2010") / 100)
    rich, poor = (
        figure(
            "studies_cited",
            "value",
            source_id="ahlfeldt_2019",
            scope=f"effects of density, {place} countries",
        )
        for place in ("developed", "developing")
    )
    multiplier = {
        key: figure("studies_cited", "value", source_id=key)
        for key in ("moretti_2010", "osman_kemeny_2022")
    }
    return {
        "jones_share": percent(0).text(figure("studies_cited", "value", source_id="jones_2011")),
        "jones_multiplier": plain(1).text(multiplier_of_links(intermediate_share=0.5)),
        "io_share": percent(0).text(share),
        "io_multiplier": plain(1).text(multiplier_of_links(intermediate_share=share)),
        "io_ten": percent(0).text(1.1 ** multiplier_of_links(intermediate_share=share) - 1),
        "io_ten_worse": percent(0).text(1 - 0.9 ** multiplier_of_links(intermediate_share=share)),
        "plant": cited("greenstone_2010", after="%"),
        "times_rich": plain(0).text(exp(rise / rich)),
        "times_poor": plain(0).text(exp(rise / poor)),
        "density_rich": plain(2).text(rich),
        "density_poor": plain(2).text(poor),
        "estimates": cited("ahlfeldt_2019", unit="estimates"),
        "jobs_more": plain(1).text(multiplier["moretti_2010"]),
    }


def evidence() -> dict[str, str]:
    """Return the figures and the years of the studies in the contested box."""
    return {
        "rouble_up": cited("heblich_2026", after="%", period_start=1982),
        "rouble_down": cited("heblich_2026", after="%", period_start=2010),
        "zones_gain": cited("lu_2019", 1),
        "cities_gain": cited("alder_2016", after="%"),
        "cities_years": years("studies_cited", source_id="alder_2016"),
        "quantity": cited("cao_2024", 2),
        "sei_up": cited("wei_2025", after="%", measure="rise of patents"),
        "sei_down": cited("wei_2025", after="%", measure="fall of patents in other sectors"),
        "sei_years": years("studies_cited", source_id="wei_2025", measure="rise of patents"),
        "venture_cities": cited("zhang_2025"),
    }


def texts() -> dict[str, str]:
    """Return all texts that the sentences of the chapter use, by their names."""
    parts = (
        the_pen,
        emerging_industries,
        chains,
        bases,
        resources,
        cycles,
        clusters,
        published,
        evidence,
    )
    return {name: text for part in parts for name, text in part().items()}
