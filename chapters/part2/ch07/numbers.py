"""The numbers in the sentences of chapter 7."""

from collections.abc import Callable, Mapping
from typing import Any

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.innovation import absorption, contest, frontier
from nqpf.numbers import percent, plain, points
from nqpf.prose import figure, years

near, codes = explorer("how-near"), ["CHN", "JPN", "KOR", "DEU", "IND"]


output, older, skill, research = (
    {code: near.readouts(measure=measure, economy=place) for place, code in enumerate(codes)}
    for measure in range(4)
)


def opening() -> dict[str, str]:
    """Return the numbers of the opening."""
    return {
        "jpn_first": percent(0).text(output["JPN"]["first"]),
        "jpn_near": percent(0).text(output["JPN"]["nearest"]),
        "jpn_last": percent(0).text(output["JPN"]["last"]),
        "jpn_year": plain(0).text(output["JPN"]["nearest_year"]).replace(",", ""),
        "kor_first": percent(0).text(output["KOR"]["first"]),
        "kor_last": percent(0).text(output["KOR"]["last"]),
        "chn_last": percent(0).text(output["CHN"]["last"]),
        "chn_older": percent(0).text(older["CHN"]["last"]),
        "chn_first": percent(0).text(output["CHN"]["first"]),
        "chn_first_older": percent(0).text(older["CHN"]["first"]),
        "kor_year": plain(0).text(output["KOR"]["first_year"]).replace(",", ""),
    }


good = sum(row["grade"] in ("leading", "advanced") for row in data.rows("industries_26"))


def counted(measure: str, code: str, year: int) -> float:
    return figure("innovation_gauges", "value", measure=measure, country_code=code, year=year)


filed = "international patent applications"


def counted_since(measure: str, code: str, year: int) -> float:
    return figure("innovation_gauges_2025", "value", measure=measure, country_code=code, year=year)


patents = {2013: counted(filed, "CHN", 2013) / counted(filed, "USA", 2013)}


patents |= {
    year: counted_since(filed, "CHN", year) / counted_since(filed, "USA", year)
    for year in (2024, 2025)
}


led = {
    code: counted_since("technologies led in highly cited research, list of 74", code, 2024)
    for code in ("CHN", "USA")
}


place = counted("place in the Global Innovation Index", "CHN", 2025)


chips = 100 - figure("external_dependence", "from_abroad_percent", good="Chips", year=2021)


def opening_more() -> dict[str, str]:
    """Return the numbers of the opening."""
    return {
        "led_older": plain(0).text(
            counted("technologies led in highly cited research", "CHN", 2023)
        ),
        "patents_2025": percent(0).text(patents[2025]),
        "led": plain(0).text(led["CHN"]),
        "led_of": plain(0).text(sum(led.values())),
        "patents_then": percent(0).text(patents[2013]),
    }


def a_fact_near_by_some_measures() -> dict[str, str]:
    """Return the numbers of: A fact: near, by some measures."""
    return {
        "led_usa": plain(0).text(led["USA"]),
        "patents_now": percent(0).text(patents[2024]),
        "place": plain(0).text(place),
        "good": plain(0).text(good),
        "chn_skill": percent(0).text(skill["CHN"]["last"]),
        "chn_research": percent(0).text(research["CHN"]["last"]),
        "chips": plain(0, after="%").text(chips),
    }


def adds(strategy: Mapping[str, float], at: float) -> float:
    return float(frontier.next_proximity(**strategy, proximity=at, frontier_growth=0.02) - at)


def the_model_in_words() -> dict[str, str]:
    """Return the numbers of: The model, in words."""
    long = explorer("the-right-strategy-too-long")
    start, just, soon, fast = (
        long.readouts(),
        long.readouts(switching_point=0.49),
        long.readouts(switching_point=0.1),
        long.readouts(frontier_growth=0.05),
    )
    imitating, innovating = (
        dict(imitation=0.06, retention=0.9),
        dict(imitation=0.035, retention=0.985),
    )
    return {
        "trap": percent(0).text(start["trap"]),
        "switch": percent(0).text(start["best"]),
        "best_end": percent(0).text(start["best_end"]),
        "end": percent(0).text(start["end"]),
        "just_end": percent(0).text(just["end"]),
        "soon_end": percent(1).text(soon["end"]),
        "best_exact": percent(1).text(start["best_end"]),
        "fast_trap": percent(0).text(fast["trap"]),
        **{
            f"adds_{name}_{at}": points(1).text(adds(strategy, at / 10))
            for name, strategy in (("one", imitating), ("zero", innovating))
            for at in (2, 4)
        },
        "years_45": plain(0).text(
            frontier.years_to_proximity(
                proximity=0.2, switching_point=0.45, frontier_growth=0.02, **imitating
            )
        ),
        "years_49": plain(0).text(
            frontier.years_to_proximity(
                proximity=0.2, switching_point=0.49, frontier_growth=0.02, **imitating
            )
        ),
        "weak_rest": percent(0).text(
            frontier.lasting_proximity(imitation=0.035, retention=0.94, frontier_growth=0.02)
        ),
    }


case: dict[str, Any] = dict(research_budget=10.0, absorption_difficulty=2.0)


def best(price: float) -> float:
    return float(absorption.best_own_research(foreign_price=price, **case) / 10)


def introduction_absorption_digestion_re_innovation() -> dict[str, str]:
    """Return the numbers of: Introduction, absorption, digestion, re-innovation."""
    buy = explorer("buy-or-build")
    return {
        "chain": percent(1).text(absorption.conversion(pass_through=[0.8, 0.7, 0.6, 0.5])),
        "mean": percent(0).text((0.8 + 0.7 + 0.6 + 0.5) / 4),
        "buy_best": percent(0).text(buy.readouts()["best"]),
        "buy_most": plain(1).text(buy.readouts()["most"]),
        "buy_times": plain(1).text(buy.readouts()["times"]),
        "half": percent(0).text(best(0.5)),
        "dear": percent(0).text(best(0.9)),
        "gift": percent(0).text(best(0.01)),
        "dear_known": plain(0).text(buy.readouts(foreign_price=0.9)["most"]),
        "rest": percent(0).text(
            absorption.lasting_proximity_of_absorption(absorption_rate=0.06, frontier_growth=0.02)
        ),
    }


def of(function: Callable[..., float], number: int, at: float = 0.5) -> float:
    return function(contenders=float(number), proximity=at)


def a_contest_of_levels() -> dict[str, str]:
    """Return the numbers of: A contest of levels."""
    who = explorer("who-answers")
    lasting, lost = who.readouts(), who.readouts(lasting_part=0)
    more_won, more_spent = (
        of(f, 4) - of(f, 1) for f in (contest.contenders_share, contest.contenders_effort)
    )
    return {
        "four_kept": percent(0).text(lasting["kept"]),
        "one_kept": percent(0).text(lasting["alone"]),
        "four_lost": percent(0).text(lost["kept"]),
        "one_lost": percent(0).text(lost["alone"]),
        "turning": percent(0).text(1 - more_won / more_spent),
        "won_one": percent(0).text(of(contest.contenders_share, 1)),
        "won_four": percent(0).text(of(contest.contenders_share, 4)),
        **{
            f"answer_{at}": percent(0).text(of(contest.leaders_effort, 1, at / 10))
            for at in (1, 5, 9)
        },
    }


def cited(key: str, unit: str) -> float:
    return figure("studies_cited", "value", source_id=key, unit=unit)


def where_economists_disagree() -> dict[str, str]:
    """Return the numbers of: Where economists disagree."""
    notch = {
        name: figure("studies_cited", "value", source_id="chen_2021", measure=what)
        for name, what in [
            ("relabelled", "part of reported research that is relabelled"),
            ("doubled", "rise of productivity if research doubles"),
        ]
    }
    return {
        "vam": plain(0).text(cited("vandenbussche_2006", "countries")),
        "grv": plain(0).text(cited("griffith_2004", "countries")),
        **{
            f"{name}_years": years("studies_cited", source_id=key)
            for name, key in [
                ("vam", "vandenbussche_2006"),
                ("konig", "konig_2022"),
                ("aghion", "aghion_2015"),
                ("lyu", "he_lyu_2025"),
            ]
        },
        "relabelled": plain(1, after="%").text(notch["relabelled"]),
        "doubled": plain(0, after="%").text(notch["doubled"]),
        "listed": plain(0, after="%").text(cited("hu_2024", "percent")),
        "behind": plain(0).text(26 - good),
    }


def hourly(code: str, year: int) -> float:
    row = next(
        r for r in data.rows("growth_inputs_11") if (r["country_code"], r["year"]) == (code, year)
    )
    return float(row["real_gdp"] / row["employment"] / row["hours"])


def elsewhere_back_to_japan() -> dict[str, str]:
    """Return the numbers of: Elsewhere: back to Japan."""
    return {
        "hour_1991": percent(0).text(hourly("JPN", 1991) / hourly("USA", 1991)),
        "hour_2019": percent(0).text(hourly("JPN", 2019) / hourly("USA", 2019)),
        "jpn_skill": percent(0).text(skill["JPN"]["last"]),
        "jpn_research": percent(0).text(research["JPN"]["nearest"]),
        "kor_research": percent(0).text(research["KOR"]["last"]),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of the chapter use, by its name."""
    return {
        **opening(),
        **opening_more(),
        **a_fact_near_by_some_measures(),
        **the_model_in_words(),
        **introduction_absorption_digestion_re_innovation(),
        **a_contest_of_levels(),
        **where_economists_disagree(),
        **elsewhere_back_to_japan(),
    }
