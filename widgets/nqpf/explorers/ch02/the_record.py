"""Observed growth accounts of six economies, by either of two editions of one table."""

from itertools import accumulate
from math import log

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, total, where
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import named_colours
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    plain_slider,
    rows,
    select,
    slider,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.growth import GrowthContributions, growth_contributions
from nqpf.numbers import percent, plain, points, span, year
from nqpf.words import _

FIRST, LAST = 1978, 2019
ECONOMIES = {
    "CHN": _("China"),
    "IND": _("India"),
    "KOR": _("South Korea"),
    "USA": _("United States"),
    "DEU": _("Germany"),
    "JPN": _("Japan"),
}
NAMES = list(ECONOMIES.values())
EDITIONS = {"11.0": _("11.0 (October 2025)"), "10.01": _("10.01 (January 2023)")}
TABLES_OF = {
    "11.0": ("growth_inputs_11", "growth_accounts_annual_11", "residual"),
    "10.01": ("growth_inputs", "growth_accounts_annual", "residual_pwt"),
}
"""Inputs, accounts and the accounts' column of the residual, by edition."""
PARTS = [_("Capital"), _("Labour"), _("Skills"), _("Productivity")]


def of_country(dataset: str, country: str, first: int) -> list[data.Row]:
    """Return a country's rows of a data set from a year to LAST, in order."""
    kept = [row for row in data.rows(dataset) if row["country_code"] == country]
    return sorted((r for r in kept if first <= r["year"] <= LAST), key=lambda r: int(r["year"]))


def levels(dataset: str, country: str, *columns: str) -> list[float]:
    """Return the logarithm of a product of inputs, a value a year from FIRST to LAST."""
    listed = of_country(dataset, country, FIRST)
    return [sum(log(row[column]) for column in columns) for row in listed]


def summed(dataset: str, country: str, column: str) -> list[float]:
    """Return yearly figures of the accounts added up since FIRST, a value a year."""
    listed = of_country(dataset, country, FIRST + 1)
    return list(accumulate((row[column] for row in listed), initial=0.0))


YEARS = LAST - FIRST + 1
SERIES = [(edition, country) for edition in EDITIONS for country in ECONOMIES]


def table(*columns: str) -> list[float]:
    """Return the inputs of all economies, edition after edition, to the ninth decimal."""
    of_series = (levels(TABLES_OF[edition][0], country, *columns) for edition, country in SERIES)
    return [round(value, 9) for listed in of_series for value in listed]


def residuals() -> list[float]:
    """Return the recorded residuals of all economies added up, edition after edition."""
    of_series = (summed(TABLES_OF[e][1], country, TABLES_OF[e][2]) for e, country in SERIES)
    return [round(value, 9) for listed in of_series for value in listed]


TABLES = {
    "output": table("real_gdp"),
    "capital": table("capital_services"),
    "labour": table("employment", "hours"),
    "skills": table("human_capital"),
    "residual": residuals(),
}


def growth(name: str, edition: Scalar, economy: int, p: Settings) -> Scalar:
    """Return mean growth a year of something in one edition, between the reader's years."""
    start = (edition * len(ECONOMIES) + economy) * YEARS
    first, last = (
        lookup(TABLES[name], start + (when - FIRST)) for when in (p.first_year, p.last_year)
    )
    return (last - first) / (p.last_year - p.first_year)


def account(edition: Scalar, economy: int, p: Settings) -> GrowthContributions:
    """Return the account of one economy between the reader's years, at the reader's share."""
    return growth_contributions(
        output_growth=growth("output", edition, economy, p),
        capital_growth=growth("capital", edition, economy, p),
        labour_growth=growth("labour", edition, economy, p),
        human_capital_growth=growth("skills", edition, economy, p),
        capital_share=p.capital_share,
    )


def show(p: Settings) -> View:
    """Return China's account by both editions in words, and all economies by the chosen one."""
    accounts = [account(p.edition, place, p) for place in range(len(NAMES))]
    china, grown = accounts[0].productivity, growth("output", p.edition, 0, p)
    ahead = total(where(one.productivity > china, lambda: 1.0, lambda: 0.0) for one in accounts[1:])
    sentence = Sentence(
        _(
            "China, by edition {edition}: output grew by {growth} a year. The residual, called "
            "productivity, is {residual} points of it, or {share} of growth; of the "
            "other five economies {ahead} did better."
        ),
        edition=word(p.edition, list(EDITIONS)),
        growth=Value(grown, percent(2)),
        residual=Value(china, points(2)),
        share=Value(china / grown, percent(0)),
        ahead=Value(ahead, plain(0)),
    )
    other = 1 - p.edition
    others = [account(other, place, p).productivity for place in range(len(NAMES))]
    then = others[0]
    twin = Sentence(
        _("By edition {other} the same account leaves {then} points, or {part}."),
        other=word(other, list(EDITIONS)),
        then=Value(then, points(2)),
        part=Value(then / growth("output", other, 0, p), percent(0)),
    )
    recorded = Sentence(
        _("At the income shares recorded year by year it would be {recorded} points."),
        recorded=Value(growth("residual", p.edition, 0, p), points(2)),
    )
    bars = rows(
        (
            {"economy": name, "part": part, "order": order, "contribution": value}
            for name, one in zip(NAMES, accounts, strict=True)
            for order, (part, value) in enumerate(zip(PARTS, one, strict=True))
        ),
        economy=Column(_("Economy")),
        part=Column(_("Part")),
        contribution=Column(_("Points a year"), points(2)),
    )
    ends = rows(
        (
            {"economy": name, "residual": one.productivity, "other": then}
            for name, one, then in zip(NAMES, accounts, others, strict=True)
        ),
        economy=Column(_("Economy")),
        residual=Column(_("Productivity, points a year"), points(2)),
        other=Column(_("By the other edition"), points(2)),
    )
    return View([sentence, recorded, twin], {"parts": bars, "ends": ends})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return one stacked bar an economy under its name, with the residuals of both editions."""
    # A name has a line of its own above its bar: beside it the bars were short on a telephone.
    y = alt.Y("economy:N", sort=NAMES, title=None, axis=None)
    scale = alt.Scale(domain=[-3, 15.5], nice=False)
    bars = (
        charts.parts.transform_calculate(percent="datum.contribution * 100")
        .mark_bar(height=14, yOffset=8)
        .encode(
            y=y,
            x=alt.X(
                "percent:Q",
                title=[_("Points a year. Bold: productivity,"), _("grey: by the other edition")],
                scale=scale,
                axis=alt.Axis(values=[-2, 0, 2, 4, 6, 8, 10]),
            ),
            color=named_colours("part", PARTS, columns=2),
            order=alt.Order("order:Q"),
        )
    )
    names = charts.ends.mark_text(align="left", x=0, yOffset=-9).encode(y=y, text="economy:N")
    numbers = [
        charts.ends.transform_calculate(percent=f"datum.{column} * 100")
        .mark_text(align="right", yOffset=8, color=colour(token), fontWeight=weight)
        .encode(y=y, x=alt.datum(at, scale=scale), text=alt.Text("percent:Q", format=".2f"))
        for column, token, weight, at in (
            ("residual", "series-4", "bold", 12.8),
            ("other", "muted", "normal", 15.4),
        )
    ]
    return alt.layer(bars, names, *numbers)


EXPLORER = Explorer(
    slug="the-record",
    title=_("The record"),
    question=_(
        "How much of growth was productivity, and how does the answer change with the edition of "
        "one table?"
    ),
    description=_(
        "Six stacked horizontal bars: what capital, labour, skills and the residual added to "
        "growth a year in six economies, by the chosen edition of the Penn World Table. The "
        "residual is written beside each bar, and in grey what the other edition says. From 1978 "
        "to 2019 China’s is the largest by edition 11.0 and among the smallest by edition 10.01."
    ),
    kind="observed",
    period=span(FIRST, LAST),
    chapter=2,
    height=352,
    controls=[
        select("edition", _("Edition of the table"), list(EDITIONS.values())),
        plain_slider("first_year", _("From"), low=1978, high=2007, step=1, start=1978, form=year()),
        plain_slider("last_year", _("To"), low=2010, high=2019, step=1, start=2019, form=year()),
        slider(
            "capital_share",
            step=0.01,
            low=0.3,
            high=0.65,
            start=0.42,
            label=_("Capital’s share of income"),
        ),
    ],
    predict=Prediction(
        "share",
        _(
            "By the newer edition and with the capital share set below, how much of China’s "
            "growth was productivity?"
        ),
        low=-0.5,
        high=1,
        step=0.01,
    ),
    play="last_year",
    named={
        "growth": _("Growth of output a year"),
        "residual": _("Productivity, points a year"),
        "share": _("Productivity’s share of growth"),
        "ahead": _("Other economies that did better, of five"),
        "recorded": _("Productivity at recorded income shares, points a year"),
        "other": _("The other edition"),
        "then": _("Productivity by the other edition, points a year"),
        "part": _("Productivity’s share by the other edition"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Years after 2019, for which only the newer edition has figures."),
        _("Land, natural resources and the environment, which no account here holds."),
        _("Mistakes in the data: whatever output or capital get wrong ends in the residual."),
        _("Reasons: an account adds up, it does not say what caused what."),
    ],
    sources=[
        "growth_inputs",
        "growth_inputs_11",
        "growth_accounts_annual",
        "growth_accounts_annual_11",
        "solow1957",
    ],
)
