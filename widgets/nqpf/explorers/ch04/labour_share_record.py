"""The labour share on record: six countries, and China by two counts."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import LINE
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    plain_slider,
    rows,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.numbers import percent, plain, points, span, year
from nqpf.words import _

FIRST, LAST = 1970, 2016
COUNTRIES = {
    "CHN": _("China"),
    "IND": _("India"),
    "JPN": _("Japan"),
    "KOR": _("South Korea"),
    "USA": _("United States"),
    "DEU": _("Germany"),
}
YEARS = LAST - FIRST + 1


def series_of(country: str) -> list[float]:
    """Return a country's labour share, a value a year from FIRST to LAST."""
    kept = [row for row in data.rows("labour_share") if row["country_code"] == country]
    by_year = {row["year"]: float(str(row["labour_share"])) for row in kept}
    return [by_year[when] for when in range(FIRST, LAST + 1)]


def first_own_year(country: str) -> int:
    """Return the first year whose share is the country's own.

    The source fills the years before it with that same figure, so a flat start is no record.
    """
    listed = series_of(country)
    return FIRST + next(place for place, share in enumerate(listed[1:]) if share != listed[0])


def record(country: str) -> list[tuple[int, float]]:
    """Return years and shares of a country, without the years that were filled in."""
    start = first_own_year(country)
    return [(when, share) for when, share in enumerate(series_of(country), FIRST) if when >= start]


RECORDS = {country: record(country) for country in COUNTRIES}
TABLE = [share for country in COUNTRIES for share in series_of(country)]


def share_in(place: Scalar, when: Scalar) -> Scalar:
    """Return the labour share of the country at that place in a year."""
    return lookup(TABLE, place * YEARS + when - FIRST)


def falls(p: Settings) -> Scalar:
    """Return how many of the countries have a lower share in the later year."""
    return total(
        where(
            share_in(place, p.last_year) < share_in(place, p.first_year), lambda: 1.0, lambda: 0.0
        )
        for place in range(len(COUNTRIES))
    )


def show(p: Settings) -> View:
    """Return a country's change between two years, and every country's line."""
    start, end = share_in(p.country, p.first_year), share_in(p.country, p.last_year)
    names = list(COUNTRIES.values())
    change = Sentence(
        _(
            "{country}: labour received {start} of income in {first} and {end} in {last}, a change "
            "of {change} points."
        ),
        country=word(p.country, names),
        start=Value(start, percent(1)),
        first=Value(p.first_year, year()),
        end=Value(end, percent(1)),
        last=Value(p.last_year, year()),
        change=Value(end - start, points(1, signed=True)),
    )
    others = Sentence(
        _("Between these years the share fell in {falls} of these 6 countries."),
        falls=Value(falls(p), plain(0)),
    )
    lines = observations(
        (
            {"country": name, "year": when, "share": share}
            for code, name in COUNTRIES.items()
            for when, share in RECORDS[code]
        ),
        country=Column(_("Country")),
        year=Column(_("Year"), year()),
        share=Column(_("Labour’s share of income"), percent(1)),
    )
    chosen = observations(
        (
            {"place": place, "country": name, "year": when, "share": share}
            for place, (code, name) in enumerate(COUNTRIES.items())
            for when, share in RECORDS[code]
        ),
        keep={"place": p.country},
        country=Column(_("Country chosen")),
        year=Column(_("Year"), year()),
        share=Column(_("Labour’s share of income"), percent(1)),
    )
    ends = rows(
        [{"when": p.first_year, "share": start}, {"when": p.last_year, "share": end}],
        when=Column(_("Year set"), year()),
        share=Column(_("Labour’s share of income"), percent(1)),
    )
    return View([change, others], {"lines": lines, "chosen": chosen, "ends": ends})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return six thin lines, the chosen one thick, with a point at each year set."""
    years = alt.Scale(domain=[FIRST, LAST], nice=False)
    x = alt.X("year:Q", scale=years, title=None, axis=alt.Axis(format="d", tickCount=5))
    y = alt.Y(
        "share:Q",
        title=_("Labour’s share of income"),
        scale=alt.Scale(domain=[0.45, 0.8], zero=False),
        axis=alt.Axis(format="%", values=[0.5, 0.6, 0.7, 0.8]),
    )
    thin = charts.lines.mark_line(strokeWidth=1.2, color=colour("series-6"), opacity=0.7).encode(
        x=x, y=y, detail="country:N"
    )
    thick = charts.chosen.mark_line(strokeWidth=3.5, color=colour("series-1")).encode(x=x, y=y)
    name = (
        charts.chosen.transform_filter(f"datum.year === {LAST}")
        .mark_text(align="left", x=0, y=-LINE // 2, fontWeight="bold", color=colour("series-1"))
        .encode(text="country:N")
    )
    ends = charts.ends.mark_point(size=110, opacity=1, color=colour("series-2")).encode(
        x=alt.X("when:Q", scale=years), y=y
    )
    return alt.layer(thin, thick, name, ends).properties(height=250)


EXPLORER = Explorer(
    slug="labour-share-record",
    title=_("What labour received"),
    question=_("Has labour’s share of income fallen, where, and between which years?"),
    description=_(
        "Six lines of labour’s share of income from 1970 to 2016. The chosen country’s line is "
        "thick, with a point at each of the two years. India’s falls most; China’s falls to 2010 "
        "and rises again. Years that the source filled in are not drawn."
    ),
    kind="observed",
    period=span(FIRST, LAST),
    chapter=4,
    controls=[
        select("country", _("Country"), COUNTRIES.values()),
        plain_slider("first_year", _("From"), low=1992, high=1999, step=1, start=1995, form=year()),
        plain_slider("last_year", _("To"), low=2000, high=2016, step=1, start=2007, form=year()),
    ],
    drag={"first_year": "ends.when", "last_year": "ends.when.1"},
    play="last_year",
    named={
        "start": _("Labour’s share of income in the first year"),
        "end": _("Labour’s share of income in the last year"),
        "change": _("Change of labour’s share, points"),
        "falls": _("Countries in which the share fell, of six"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("How the self-employed are counted: what they earn is split by an estimate."),
        _("Years for which the source only repeats a neighbour: China has none before 1992."),
        _("Edition 11.0 of the table, in which China’s share falls less from 1995 to 2007."),
        _("Years after 2016, and so all of the time since the new term was coined."),
        _("What each worker earns: a smaller share of a larger income can be a higher wage."),
    ],
    sources=["labour_share", "feenstra2015"],
)
