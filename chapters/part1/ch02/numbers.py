"""The numbers in the sentences of chapter 2."""

from math import exp
from typing import Any

from nqpf import data
from nqpf.explorers import explorer
from nqpf.explorers.ch02.how_sure import DRAWS
from nqpf.models import growth
from nqpf.models.growth import growth_conventions
from nqpf.numbers import percent, plain, points, span
from nqpf.prose import figure, years

EDITIONS = {
    "new": ("growth_accounts_periods_11", "gdp_growth", "residual"),
    "old": ("growth_accounts_periods", "gdp_growth_pwt", "residual_pwt"),
}
"""The accounts of edition 11.0 and of edition 10.01, and their columns of output and residual."""
CASE = {"output_growth": 0.06, "capital_growth": 0.08, "labour_growth": -0.005}


def account(edition: str, start: int, end: int, country: str = "CHN") -> tuple[float, float]:
    """Return growth of output and of productivity of an economy in one edition of the table."""
    table, *columns = EDITIONS[edition]
    where: dict[str, Any] = {"country_code": country, "period_start": start, "period_end": end}
    grown, residual = (figure(table, column, **where) for column in columns)
    return grown, residual


def two_editions() -> dict[str, str]:
    """Return China's growth in both editions, and what moved between them."""
    found: dict[str, str] = {}
    for edition in EDITIONS:
        grown, residual = account(edition, 1978, 2019)
        found |= {
            f"times_{edition}": plain(0).text(exp(41 * grown)),
            f"tfp_{edition}": points().text(residual),
            f"share_{edition}": percent(0).text(residual / grown),
            f"late_{edition}": points().text(account(edition, 2012, 2019)[1]),
            f"before_{edition}": points().text(account(edition, 2000, 2007)[1]),
            f"capital_{edition}": points().text(
                figure(
                    EDITIONS[edition][0],
                    "capital",
                    country_code="CHN",
                    period_start=1978,
                    period_end=2019,
                )
            ),
        }
    (new, new_left), (old, old_left) = (account(one, 1978, 2019) for one in EDITIONS)
    growth_of = {
        name: {
            int(row["year"]): float(row["gdp_growth"])
            for row in data.rows("china_gdp_rivals")
            if row["series"] == name
        }
        for name in ("official", "pwt110")
    }
    both = [year for year in growth_of["official"] if year > 1978]
    apart = max(abs(growth_of["official"][year] - growth_of["pwt110"][year]) for year in both)
    return found | {
        "growth_new": percent(2).text(new),
        "compound_new": percent(1).text(exp(new) - 1),
        "times_apart": plain(1).text(exp(41 * (new - old))),
        "official_apart": points(2).text(apart),
        "official_years": span(min(both), max(both)),
        "output_gap": points().text(new - old),
        "tfp_gap": points().text(new_left - old_left),
        "latest_new": points().text(account("new", 2019, 2023)[1]),
        "year_new": percent(1).text(explorer("two-series").readouts()["now"]),
        "year_old": percent(1).text(explorer("two-series").readouts()["then"]),
    }


def own_shares() -> dict[int, float]:
    """Return capital's share of China's income by year, without the years that were filled in."""
    listed = {
        int(row["year"]): 1 - float(row["labour_share"])
        for row in data.rows("growth_inputs_11")
        if row["country_code"] == "CHN"
    }
    shares = list(listed.values())
    start = max(year for year, share in listed.items() if share == shares[0])
    end = min(year for year, share in listed.items() if share == shares[-1])
    return {year: share for year, share in listed.items() if start <= year <= end}


def by_capital_share() -> dict[str, str]:
    """Return the capital shares on record, and how little they move the residual."""
    own, record = own_shares(), explorer("the-record")
    new, old = (account(edition, 1978, 2019)[1] for edition in EDITIONS)
    low, high = min(own, key=own.__getitem__), max(own, key=own.__getitem__)

    def moved(first_year: int) -> float:
        ends = (
            record.readouts(capital_share=own[year], first_year=first_year)["residual"]
            for year in (low, high)
        )
        return abs(next(ends) - next(ends))

    return {
        "lowest": percent(1).text(own[low]),
        "lowest_year": str(low),
        "highest": percent(1).text(own[high]),
        "highest_year": str(high),
        "latest": percent(1).text(own[max(own)]),
        "own_first": str(min(own)),
        "own_last": str(max(own)),
        "by_share": points().text(moved(1978)),
        "by_edition": plain(0).text((new - old) / moved(1978)),
        "by_share_late": points().text(moved(2007)),
    }


def worked_example() -> dict[str, str]:
    """Return the account of the invented economy, under each of the three conventions."""
    found = {
        "g_y": percent(0).text(CASE["output_growth"]),
        "g_k": percent(0).text(CASE["capital_growth"]),
        "g_l": percent(1).text(CASE["labour_growth"]),
        "draws": plain(0).text(DRAWS),
    }
    for name, share in {"half": 0.5, "high": 0.6}.items():
        parts = growth.growth_contributions(capital_share=share, **CASE)
        credited = growth_conventions.growth_with_induced_capital(
            productivity_growth=parts.productivity, capital_share=share
        )
        found |= {
            f"{name}_alpha": percent(0).text(share),
            f"{name}_share": percent(1).text(parts.productivity / CASE["output_growth"]),
        }
        if name == "half":
            found |= {
                "half_credited": percent(0).text(credited / CASE["output_growth"]),
                "half_up": points().text(credited),
                "half_points": points().text(parts.productivity),
            }
    parts = growth.growth_contributions(capital_share=0.5, **CASE)
    per_worker = growth.growth_of_labour_productivity(output_growth=0.06, labour_growth=-0.005)
    deepening = growth.capital_deepening(
        capital_growth=0.08, labour_growth=-0.005, capital_share=0.5
    )
    return found | {
        "from_capital": points().text(parts.capital),
        "from_labour": points().text(parts.labour),
        "per_worker": percent(1).text(per_worker),
        "deepening": points().text(deepening),
    }


def published(measure: str, source_id: str, **where: str | int) -> float:
    """Return one figure of the published decompositions."""
    return figure(
        "published_decompositions", "value", measure=measure, source_id=source_id, **where
    )


def published_years() -> dict[str, str]:
    """Return the years that each study is about."""
    covered = {
        "bvz": ("share_of_tfp_growth_from_net_entry_min", "bvz_2012"),
        "zhu": ("gdp_per_capita_growth_approx", "zhu_2012"),
        "wu": ("tfp_contribution", "wu_2016_rba"),
        "wu_li": ("gdp_growth", "wu_li_2021"),
        "chen": ("official_growth_minus_study", "chen_2019"),
        "invest": ("official_investment_rate_minus_study", "chen_2019"),
        "sgp": ("tfp_from_prices_minus_from_quantities_min", "hsieh_2002"),
    }
    return {
        f"{name}_years": years("published_decompositions", measure=measure, source_id=key)
        for name, (measure, key) in covered.items()
    }


def evidence() -> dict[str, str]:
    """Return what the studies on both sides found."""
    whole: dict[str, Any] = {"country_code": "CHN", "period_start": 1978, "period_end": 2004}
    incumbents = "manufacturing incumbents"
    one, none, two = plain(1, after="%"), plain(0, after="%"), plain(2, after="%")
    bosworth, bvz, chen, wu, zhu, hsieh = (
        "bosworth_collins_2008", "bvz_2012", "chen_2019", "wu_2016_rba", "zhu_2012", "hsieh_2002",
    )  # fmt: skip
    sgp = {"country_code": "SGP"}
    gross = published("tfp_growth", bvz, scope=f"{incumbents}, gross output")
    value = published("tfp_growth", bvz, scope=f"{incumbents}, value added")
    productivity = published("tfp_contribution_to_output_per_worker", bosworth, **whole)
    rate = published("official_investment_rate_minus_study", chen)
    more = published("tfp_from_prices_minus_from_quantities_min", hsieh)
    return {
        "bosworth_years": years(
            "published_decompositions", measure="gdp_growth", source_id=bosworth, **whole
        ),
        "bosworth": plain(1).text(productivity),
        "bosworth_all": one.text(published("output_per_worker_growth", bosworth, **whole)),
        "bvz_gross": two.text(gross),
        "bvz_value": two.text(value),
        "wu": plain(1).text(published("tfp_contribution", wu)),
        "wu_all": one.text(published("gdp_growth", wu)),
        "wu_li": one.text(published("gdp_growth", "wu_li_2021")),
        "wu_li_official": one.text(published("gdp_growth_official_as_quoted", "wu_li_2021")),
        "chen": plain(1).text(published("official_growth_minus_study", chen)),
        "chen_invest": plain(0).text(rate),
        "zhu_before": none.text(published("gdp_per_capita_growth_approx", zhu)),
        "zhu_after": none.text(published("gdp_per_capita_growth_min", zhu)),
        "sgp": one.text(published("tfp_growth", hsieh, **sgp)),
        "sgp_ratio": one.text(published("capital_output_ratio_growth", hsieh, **sgp)),
        "sgp_more": plain(0).text(more),
        "kor": one.text(published("tfp_growth", hsieh, country_code="KOR")),
        "soviet_years": years("studies_cited", source_id="easterly_1995"),
    }


def texts() -> dict[str, str]:
    """Return the texts that the sentences of the chapter use."""
    return (
        two_editions() | by_capital_share() | worked_example() | published_years() | evidence()
    )  # fmt: skip
