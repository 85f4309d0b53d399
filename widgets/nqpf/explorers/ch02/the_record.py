"""Observed growth accounts of six economies, and China twice: one for each series of its GDP."""

from itertools import accumulate
from math import log

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
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
from nqpf.explorers.core.style import colour, series
from nqpf.models.growth import GrowthContributions, growth_contributions
from nqpf.numbers import percent, points, year
from nqpf.words import _

FIRST, LAST = 1978, 2019
SERIES = [
    (_("China (PWT)"), "CHN", "pwt"),
    (_("China (official)"), "CHN", "official"),
    (_("India"), "IND", "pwt"),
    (_("South Korea"), "KOR", "pwt"),
    (_("United States"), "USA", "pwt"),
    (_("Germany"), "DEU", "pwt"),
    (_("Japan"), "JPN", "pwt"),
]
NAMES = [name for name, _country, _source in SERIES]
PARTS = [_("Capital"), _("Labour"), _("Skills"), _("Productivity")]


def levels(country: str, *columns: str) -> list[float]:
    """Return the logarithm of a product of inputs, a value a year from FIRST to LAST."""
    kept = [r for r in data.rows("growth_inputs") if r["country_code"] == country]
    listed = sorted((row for row in kept if FIRST <= row["year"] <= LAST), key=lambda r: r["year"])
    return [sum(log(row[column]) for column in columns) for row in listed]


def summed(country: str, column: str) -> list[float]:
    """Return yearly figures of the accounts added up since FIRST, a value a year."""
    kept = [r for r in data.rows("growth_accounts_annual") if r["country_code"] == country]
    later = sorted((row for row in kept if FIRST < row["year"] <= LAST), key=lambda r: r["year"])
    return list(accumulate((row[column] for row in later), initial=0.0))


def output(country: str, source: str) -> list[float]:
    """Return the logarithm of output in the chosen series, a value a year."""
    return (
        levels(country, "real_gdp") if source == "pwt" else summed(country, "gdp_growth_official")
    )


YEARS = LAST - FIRST + 1


def table(of_series: list[list[float]]) -> list[float]:
    """Return one table for all series, series after series, to the ninth decimal."""
    return [round(value, 9) for listed in of_series for value in listed]


TABLES = {
    "output": table([output(country, source) for _name, country, source in SERIES]),
    "capital": table([levels(country, "capital_services") for _name, country, _source in SERIES]),
    "labour": table([levels(country, "employment", "hours") for _name, country, _source in SERIES]),
    "skills": table([levels(country, "human_capital") for _name, country, _source in SERIES]),
    "residual": table([summed(country, f"residual_{source}") for _name, country, source in SERIES]),
}


def growth(name: str, place: Scalar, p: Settings) -> Scalar:
    """Return mean growth a year of something in one series, between the reader's years."""
    first, last = (
        lookup(TABLES[name], place * YEARS + (when - FIRST)) for when in (p.first_year, p.last_year)
    )
    return (last - first) / (p.last_year - p.first_year)


def account(place: Scalar, p: Settings) -> GrowthContributions:
    """Return the account of one series between the reader's years, at the reader's share."""
    return growth_contributions(
        output_growth=growth("output", place, p),
        capital_growth=growth("capital", place, p),
        labour_growth=growth("labour", place, p),
        human_capital_growth=growth("skills", place, p),
        capital_share=p.capital_share,
    )


def show(p: Settings) -> View:
    """Return the account of the chosen series in words, and all series side by side."""
    parts = account(p.series, p)
    grown = growth("output", p.series, p)
    sentence = Sentence(
        _(
            "{economy}: output grew by {growth} a year. The residual, called productivity, is "
            "{residual} points of it, or {share} of growth."
        ),
        economy=word(p.series, NAMES),
        growth=Value(grown, percent(2)),
        residual=Value(parts.productivity, points(2)),
        share=Value(parts.productivity / grown, percent(0)),
    )
    recorded = Sentence(
        _("At the income shares recorded year by year it would be {recorded} points."),
        recorded=Value(growth("residual", p.series, p), points(2)),
    )
    accounts = [account(place, p) for place in range(len(NAMES))]
    bars = rows(
        (
            {"series": name, "part": part, "order": order, "contribution": value}
            for name, one in zip(NAMES, accounts, strict=True)
            for order, (part, value) in enumerate(zip(PARTS, one, strict=True))
        ),
        series=Column(_("Economy and series")),
        part=Column(_("Part")),
        contribution=Column(_("Points a year"), points(2)),
    )
    ends = rows(
        (
            {"series": name, "residual": one.productivity}
            for name, one in zip(NAMES, accounts, strict=True)
        ),
        series=Column(_("Economy and series")),
        residual=Column(_("Productivity, points a year"), points(2)),
    )
    return View([sentence, recorded], {"parts": bars, "ends": ends})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return one stacked bar a series, with the residual written beside it."""
    y = alt.Y("series:N", sort=NAMES, title=None, axis=alt.Axis(labelLimit=120))
    scale = alt.Scale(domain=[-3, 14.5], nice=False)
    bars = (
        charts.parts.transform_calculate(percent="datum.contribution * 100")
        .mark_bar()
        .encode(
            y=y,
            x=alt.X(
                "percent:Q",
                title=_("Points a year (number: productivity)"),
                scale=scale,
                axis=alt.Axis(values=[-2, 0, 2, 4, 6, 8, 10]),
            ),
            color=alt.Color(
                "part:N", sort=PARTS, title=None, scale=alt.Scale(domain=PARTS, range=series(4))
            ),
            order=alt.Order("order:Q"),
        )
    )
    numbers = (
        charts.ends.transform_calculate(
            written="format(datum.residual * 100, '.2f') + (datum.row === p_series ? ' ◀' : '')"
        )
        .mark_text(align="left", color=colour("series-4"), fontWeight="bold")
        .encode(y=y, x=alt.datum(11.2, scale=scale), text="written:N")
    )
    return bars + numbers


EXPLORER = Explorer(
    slug="the-record",
    title=_("The record"),
    question=_(
        "How much of growth was productivity, and how does the answer change with the series?"
    ),
    description=_(
        "Seven stacked horizontal bars: what capital, labour, skills and the residual added to "
        "growth a year, for China in two series of its output and for five other economies. The "
        "residual is written beside each bar."
    ),
    kind="observed",
    period=f"{FIRST}–{LAST}",
    chapter=2,
    controls=[
        select("series", _("Economy and series of output"), NAMES),
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
            "By the Penn World Table and with the capital share set below, how much of "
            "China’s growth was productivity?"
        ),
        low=-0.5,
        high=1,
        step=0.01,
    ),
    show=show,
    draw=draw,
    left_out=[
        _("Land, natural resources and the environment, which no account here holds."),
        _("Mistakes in the data: whatever output or capital get wrong ends in the residual."),
        _("Reasons: an account adds up, it does not say what caused what."),
    ],
    sources=["growth_inputs", "growth_accounts_annual", "gdp_growth_official", "solow1957"],
)
