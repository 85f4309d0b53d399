"""The numbers in the sentences of chapter 1."""

from nqpf import data
from nqpf.models import elements
from nqpf.models.structure import completeness
from nqpf.numbers import percent, plain, points
from nqpf.prose import figure

grades = data.load("industries_26").grade.value_counts()


front, behind = grades["leading"] + grades["advanced"], grades["large gap"] + grades["huge gap"]


secure = data.load("industries_26_security").query("group == 'secure'").industries.sum()


def opening() -> dict[str, str]:
    """Return the numbers of the opening."""
    return {
        "all": str(grades.sum()),
        "front": str(front),
        "behind": str(behind),
        "secure": str(secure),
        "dependent": str(grades.sum() - secure),
        "leading": str(grades["leading"]),
        "advanced": str(grades["advanced"]),
        "large": str(grades["large gap"]),
        "huge": str(grades["huge gap"]),
        "front_share": percent(0).text(front / 26),
        "secure_share": percent(0).text(secure / 26),
        "product": percent(0).text(front / 26 * secure / 26),
    }


def combined(*amounts: float) -> float:
    ones = [1.0] * len(amounts)
    made: float = elements.output_of_elements(
        qualities=ones, amounts=list(amounts), weights=ones, elasticity_of_substitution=0.5
    )
    return made


def what_the_two_texts_claim() -> dict[str, str]:
    """Return the numbers of: What the two texts claim."""
    return {
        "without_network": plain(1).text(combined(2, 2, 2, 1)),
        "with_network": plain(1).text(combined(2, 2, 2, 2)),
    }


def three_subsystems_one_whole() -> dict[str, str]:
    """Return the numbers of: Three subsystems, one whole."""
    share = {
        row["year"]: row["share_percent"]
        for row in data.rows("structure_china")
        if (row["measure"], row["sector"]) == ("output", "of which manufacturing")
    }
    first, last = min(share), max(share)
    made = {(row["sector"], row["year"]): row for row in data.rows("value_added_20")}

    def manufactured(year: int) -> float:
        parts = (made[f"n{sector:02}", year]["value_added"] for sector in range(3, 13))
        return float(100 * sum(parts) / made["all", year]["value_added"])

    counted = {year: manufactured(year) for _sector, year in made}
    return {
        "first_year": str(first),
        "last_year": str(last),
        **{f"made_{year}": plain(1, after="%").text(part) for year, part in counted.items()},
        "first_share": plain(1, after="%").text(share[first]),
        "last_share": plain(1, after="%").text(share[last]),
    }


def worked_example_what_two_counts_prove() -> dict[str, str]:
    """Return the numbers of: Worked example: what two counts prove."""
    low, high = completeness.overlap_bounds(
        items=26, first_count=int(front), second_count=int(secure)
    )
    chance = completeness.overlap_if_independent(
        items=26, first_count=int(front), second_count=int(secure)
    )
    return {
        "low": plain(0).text(low),
        "high": plain(0).text(high),
        "chance": plain(2).text(chance),
        "sum": str(front + secure),
        "secure_behind": str(int(secure - high)),
    }


def trend(measure: str, country: str, year: int) -> float:
    return figure("trend_indicators", "value", measure=measure, country_code=country, year=year)


def german(start: int, end: int) -> float:
    return figure(
        "growth_accounts_periods_11",
        "residual",
        country_code="DEU",
        period_start=start,
        period_end=end,
    )


def once_german(start: int, end: int) -> float:
    return figure(
        "growth_accounts_periods",
        "residual_pwt",
        country_code="DEU",
        period_start=start,
        period_end=end,
    )


def three_trends_read_in_data() -> dict[str, str]:
    """Return the numbers of: Three trends, read in data."""
    found: dict[str, str] = {}
    for place, turn in (("CHN", 2007), ("JPN", 2017)):
        for when in (1995, turn, 2018):
            services = trend("producer_services_in_inputs", place, when)
            found |= {f"services_{place}_{when}": plain(1, after="%").text(services)}
    return {
        **found,
        "robots_2019": plain(0).text(trend("robots", "CHN", 2019)),
        "robots_2023": plain(0).text(trend("robots", "CHN", 2023)),
        "robots_2024": plain(0).text(trend("robots", "CHN", 2024)),
        "robots_anew": plain(0).text(trend("robots, employees counted anew", "CHN", 2024)),
        "before": points().text(german(2000, 2007)),
        "after": points().text(german(2012, 2019)),
        "lately": points().text(german(2019, 2023)),
        "before_old": points().text(once_german(2000, 2007)),
        "after_old": points().text(once_german(2012, 2019)),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of the chapter use, by its name."""
    return {
        **opening(),
        **what_the_two_texts_claim(),
        **three_subsystems_one_whole(),
        **worked_example_what_two_counts_prove(),
        **three_trends_read_in_data(),
    }
