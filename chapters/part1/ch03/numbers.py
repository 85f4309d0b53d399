"""The numbers in the sentences of chapter 3."""

from math import exp, log

from nqpf import data
from nqpf.explorers import explorer
from nqpf.explorers.ch04.labour_share_record import record
from nqpf.models import elements, growth
from nqpf.models.elements import skill_premium
from nqpf.numbers import percent, plain
from nqpf.prose import figure, years

china = explorer("elements-measured").readouts()


def opening() -> dict[str, str]:
    """Return the numbers of the opening."""
    return {
        "tools": plain(0).text(china["tools"]),
        "skill": plain(1).text(china["skill"]),
        "output": plain(0).text(china["output"]),
        "output_before": plain(0).text(china["output_before"]),
    }


link = explorer("weakest-link")


low, one, high = (link.readouts(elasticity_of_substitution=sigma) for sigma in (0.5, 1.0, 2.0))


def which_upgrade_pays_most() -> dict[str, str]:
    """Return the numbers of: Which upgrade pays most."""
    even = link.readouts(tools=1)
    return {
        "low_rest": percent(1).text(low["labourers"]),
        "low_tools": percent(1).text(low["tools"]),
        "ratio": plain(0).text(low["labourers"] / low["tools"]),
        "high_rest": percent(1).text(high["labourers"]),
        "high_tools": percent(1).text(high["tools"]),
        "one_each": percent(1).text(one["tools"]),
        "low_output": plain(2).text(low["output"]),
        "even": percent(1).text(even["tools"]),
        "odd": percent(1).text(link.readouts(tools=1, elasticity_of_substitution=5)["tools"]),
    }


def worked_example_one_plant_step_by() -> dict[str, str]:
    """Return the numbers of: Worked example: one plant, step by step."""
    plant = dict(qualities=[1.0, 2.0, 1.0], amounts=[1.0, 2.0, 1.0], weights=[1.0, 1.0, 1.0])
    shares = elements.element_shares(elasticity_of_substitution=0.5, **plant)
    full = elements.output_of_elements(
        elasticity_of_substitution=0.5, **(plant | {"qualities": [1.0, 1.0, 1.0]})
    )
    return {
        "tools_share": percent(0).text(shares[1]),
        "rest_share": percent(0).text(shares[0]),
        "mean": plain(0).text(elements.perfect_substitutes_output(**plant)),
        "third": plain(2).text(2.25 / 3),
        "half_quality": plain(2).text(full),
        "lost": percent(0).text(1 - full / low["output"]),
    }


def skill_and_equipment() -> dict[str, str]:
    """Return the numbers of: Skill and equipment."""
    skill = explorer("skill-and-equipment")
    teaching = skill_premium.ELASTICITIES
    low, high = teaching["elasticity_with_skilled"], teaching["elasticity_with_unskilled"]
    start, equal = skill.readouts(), skill.readouts(elasticity_with_skilled=high)
    turned = skill.readouts(elasticity_with_skilled=high, elasticity_with_unskilled=low)
    return {
        "machines": plain(0).text(skill.start["equipment"]),
        "people": plain(1).text(skill.start["skilled_labour"]),
        "both": plain(2).text(start["premium"]),
        "alone": plain(2).text(start["alone"]),
        "turned": plain(2).text(turned["alone"]),
        "supply": plain(2).text(skill.readouts(equipment=1)["premium"]),
        "equal": plain(2).text(equal["premium"]),
        "flat": plain(2).text(equal["alone"]),
    }


def cited(source_id: str, unit: str, **where: str | int) -> float:
    return figure("studies_cited", "value", source_id=source_id, unit=unit, **where)


def elsewhere_the_united_states_more_skill() -> dict[str, str]:
    """Return the numbers of: Elsewhere: the United States, more skill and dearer skill."""
    return {
        **{
            f"{name}_years": years("studies_cited", source_id=key)
            for name, key in [
                ("krusell", "krusell_2000"),
                ("maliar", "maliar_2022"),
                ("plants", "brynjolfsson_2021_prediction"),
            ]
        },
        "plants": plain(0).text(cited("brynjolfsson_2021_prediction", "establishments")),
        "countries": plain(0).text(cited("duffy_2004", "countries")),
        "studies": plain(0).text(cited("gechert_2022", "studies")),
        **{
            name: plain(1).text(
                cited("gechert_2022", "ratio", measure=f"elasticity of substitution as {name}")
            )
            for name in ("reported", "corrected")
        },
    }


def last_in_edition_11() -> tuple[int, float]:
    """Return the last year of China's labour share that edition 11.0 does not repeat, and it."""
    china = [row for row in data.rows("growth_inputs_11") if row["country_code"] == "CHN"]
    shares = {int(row["year"]): float(row["labour_share"]) for row in china}
    last = shares[max(shares)]
    return min(year for year, share in shares.items() if share == last), last


def made_by_tools_and_skill(capital_share: float) -> float:
    """Return how many times the output a worker tools and skill make, by capital's share."""
    span = 2019 - 1978
    growths = {name: log(china[name]) / span for name in ("tools", "skill", "output")}
    parts = growth.growth_contributions(
        output_growth=growths["output"],
        capital_growth=growths["tools"],
        labour_growth=0.0,
        human_capital_growth=growths["skill"],
        capital_share=capital_share,
    )
    return exp(span * (growths["output"] - parts.productivity))


def where_economists_disagree() -> dict[str, str]:
    """Return the numbers of: Where economists disagree."""
    found: dict[str, str] = {}
    for edition, (year, labour) in {
        "_before": record("CHN")[-1],
        "": last_in_edition_11(),
    }.items():
        found |= {
            f"capital{edition}": percent(1).text(1 - labour),
            f"capital_year{edition}": str(year),
            f"weighed{edition}": plain(1).text(made_by_tools_and_skill(1 - labour)),
        }
    return found | {
        "made": plain(0).text(china["output"]),
        "made_before": plain(0).text(china["output_before"]),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of the chapter use, by its name."""
    return {
        **opening(),
        **which_upgrade_pays_most(),
        **worked_example_one_plant_step_by(),
        **skill_and_equipment(),
        **elsewhere_the_united_states_more_skill(),
        **where_economists_disagree(),
    }
