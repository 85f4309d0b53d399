"""The numbers in the sentences of chapter 6."""

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.growth import drivers
from nqpf.models.innovation import ladders, research
from nqpf.numbers import percent, plain
from nqpf.prose import figure, years


def found(source_id: str, decimals: int = 0, after: str = "", **where: str | int) -> str:
    return plain(decimals, after=after).text(
        figure("research_findings", "value", source_id=source_id, **where)
    )


def opening() -> dict[str, str]:
    """Return the numbers of the opening."""
    solar = data.rows("learning_solar_pv_2025")
    last = solar[-1]
    return {
        "cell_part": found("chapin_1954", after="%"),
        "cell_price": found("perlin_2015"),
        "module": plain(2).text(last["module_price"]),
        "module_year": str(last["year"]),
    }


def a_fact_how_basic_is_research() -> dict[str, str]:
    """Return the numbers of: A fact: how basic is research."""
    rd = data.rows("rd_china")
    intensity = {
        (row["year"], row["gdp_basis"]): plain(2, after="%").text(row["rd_intensity_percent"])
        for row in data.rows("rd_intensity_revised")
    }
    old, new, before = rd[0], rd[-1], data.rows("rd_china_shares")
    kinds = {
        name: percent(1).text(before[-1][f"{name}_share"])
        for name in ("basic", "applied", "experimental")
    }
    return {
        "rd_2023_first": intensity[2023, "before the census of 2023"],
        **{
            f"rd_{year}" + ("_revised" if year == 2023 else ""): intensity[year, "revised"]
            for year in (2023, 2024, 2025)
        },
        **kinds,
        "basic_then": percent(1).text(before[0]["basic_share"]),
        "rd_then": str(old["year"]),
        "rd_now": str(new["year"]),
        "basic_times": plain(1).text(new["basic_100m_cny"] / old["basic_100m_cny"]),
        "basic_yuan": plain(0).text(new["basic_100m_cny"] / 10),
        "more": percent(1).text(
            (new["basic_100m_cny"] - old["basic_100m_cny"])
            / (new["rd_expenditure_100m_cny"] - old["rd_expenditure_100m_cny"])
        ),
    }


def expected_value_in_words() -> dict[str, str]:
    """Return the numbers of: Expected value, in words."""
    ladder = explorer("too-little-or-too-much")
    start = ladder.readouts()
    patient, fast, small = (
        ladder.readouts(**one)
        for one in (
            dict(interest_rate=0.1),
            dict(step_size=1.1, arrival_rate=0.4),
            dict(step_size=1.1),
        )
    )
    given = ladder.start
    return {
        "rate": plain(1).text(ladder.start["arrival_rate"]),
        "market": percent(1).text(start["market"]),
        "best": percent(1).text(ladders.best_research(**ladder.start)),
        "decade": plain(2).text(10 * 0.2 * start["market"]),
        "wait": plain(1).text(1 / (0.2 * start["market"])),
        "none": percent(0).text(start["none"]),
        "grown": percent(2).text(
            drivers.growth_from_breakthroughs(
                arrival_rate=0.2, researchers=start["market"], step_size=1.2
            )
        ),
        "grown_best": percent(2).text(
            drivers.growth_from_breakthroughs(
                arrival_rate=0.2, researchers=ladders.best_research(**ladder.start), step_size=1.2
            )
        ),
        "small_market": percent(1).text(small["market"]),
        "small_best": percent(0).text(ladders.best_research(**ladder.start | {"step_size": 1.1})),
        "fast_market": percent(1).text(fast["market"]),
        "fast_best": percent(1).text(
            ladders.best_research(**ladder.start | {"step_size": 1.1, "arrival_rate": 0.4})
        ),
        "social": found("bloom_2013"),
        "social_years": years("research_findings", source_id="bloom_2013"),
        "pace": percent(0).text(given["arrival_rate"] * (given["step_size"] - 1)),
        "slow_pace": percent(0).text(given["arrival_rate"] * 0.1),
        "price": percent(0).text(given["intermediate_exponent"] * given["interest_rate"]),
        "interest": percent(0).text(given["interest_rate"]),
        "endless": percent(0).text(given["interest_rate"] / given["arrival_rate"]),
        "dear_market": percent(1).text(patient["market"]),
        "dear_best": percent(0).text(
            ladders.best_research(**ladder.start | {"interest_rate": 0.1})
        ),
    }


def basic_and_applied_another_mix_or() -> dict[str, str]:
    """Return the numbers of: Basic and applied: another mix, or more money."""
    mix = explorer("the-mix-of-research")
    now, plenty, half = (
        mix.readouts(),
        mix.readouts(subsidy=1.0),
        mix.readouts(internalised_share=0.5),
    )
    naive = mix.start["internalised_share"] * mix.start["basic_weight"]
    return {
        "firms": percent(1).text(now["share"]),
        "lost": percent(0).text(now["loss"]),
        "half": percent(1).text(half["share"]),
        "half_lost": percent(0).text(half["loss"]),
        "plenty": percent(2).text(plenty["grown"]),
        "best_more": percent(0).text(1 / (1 - now["loss"]) - 1),
        "enterprises": found("xinhua_2019", after="%"),
        "basic_year": years("research_findings", source_id="xinhua_2019"),
        "captured": percent(0).text(mix.start["internalised_share"]),
        "naive": percent(2).text(naive),
        "bottom": plain(4).text(naive + 1 - mix.start["basic_weight"]),
        "yields": percent(0).text(2 ** mix.start["basic_weight"] - 1),
    }


def fields_that_meet() -> dict[str, str]:
    """Return the numbers of: Fields that meet."""
    meet = explorer("two-fields-meet")
    joined, few, slow, quick = (
        meet.readouts(**one)
        for one in ({}, dict(connection=0.1), dict(connection=0.15), dict(tries_per_idea=0.5))
    )
    return {
        "apart": plain(0).text(joined["apart"]),
        "joined": plain(0).text(joined["joined"]),
        "grows": percent(0).text(joined["last"]),
        "apart_critical": plain(0).text(meet.readouts(connection=0.0)["critical"]),
        "few": plain(0).text(few["joined"]),
        "slow": plain(0).text(slow["joined"]),
        "quick": plain(0).text(quick["joined"]),
        "unusual": found("uzzi_2013"),
        "cases": found("king_2015", measure="cases asked about"),
        "fits": found("king_2015", measure="cases with all four elements"),
    }


def are_ideas_getting_harder_to_find() -> dict[str, str]:
    """Return the numbers of: Are ideas getting harder to find."""
    return {
        "us": found("bloom_2020", measure="fall of research productivity"),
        "us_rate": found("bloom_2020", 1, "%", measure="yearly fall of research productivity"),
        "chips": found("bloom_2020", measure="researchers for the same rate"),
        "halves": plain(1).text(
            research.years_to_half(
                rate_of_decline=figure(
                    "research_findings",
                    "value",
                    source_id="bloom_2020",
                    measure="yearly fall of research productivity",
                )
                / 100
            )
        ),
        **{
            f"{code.lower()}_{end}": found(
                "boeing_2020",
                1,
                "%",
                place=code,
                measure=f"{end}est of four yearly falls of research productivity",
            )
            for code in ("CHN", "DEU")
            for end in ("low", "high")
        },
        "chn_years": years("research_findings", source_id="boeing_2020", measure="firms"),
        "relabelled": plain(1, after="%").text(
            figure(
                "studies_cited",
                "value",
                source_id="chen_2021",
                measure="part of reported research that is relabelled",
            )
        ),
        "back": found(
            "ahmadpoor_2017", after="%", measure="patents that lead back to a research article"
        ),
        "forward": found(
            "ahmadpoor_2017", after="%", measure="cited articles that lead forward to a patent"
        ),
        "grant": found("azoulay_2019", 1),
        **{
            f"{name}_years": years("research_findings", source_id=key)
            for name, key in {
                "hu": "hu_2022",
                "cities": "chen_rong_2023",
                "publish": "arora_2021",
            }.items()
        },
        "long_run": percent(2).text(
            research.growth_in_the_long_run(research_growth=0.01, duplication=1.0, difficulty=3.0)
        ),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of the chapter use, by its name."""
    return {
        **opening(),
        **a_fact_how_basic_is_research(),
        **expected_value_in_words(),
        **basic_and_applied_another_mix_or(),
        **fields_that_meet(),
        **are_ideas_getting_harder_to_find(),
    }
