"""Carbon dioxide of the Chinese economy: less for each unit of output, and more in all."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    plain_slider,
    radio,
    rows,
    word,
)
from nqpf.explorers.core.style import colour, series
from nqpf.numbers import percent, plain, span, year
from nqpf.words import _

FIRST, LAST = 1978, 2019
MEASURES = [
    _("for each unit of output, edition 11.0"),
    _("for each unit of output, edition 10.01"),
    _("in all"),
]


def yearly(name: str, column: str, **where: str) -> dict[int, float]:
    """Return one column of a dataset by year, from the rows that have these values."""
    kept = [r for r in data.rows(name) if all(r[key] == value for key, value in where.items())]
    return {r["year"]: float(r[column]) for r in kept if FIRST <= r["year"] <= LAST}


EMISSIONS = yearly("trend_indicators", "value", measure="carbon_dioxide", country_code="CHN")
OUTPUT = [
    yearly(edition, "real_gdp", country_code="CHN")
    for edition in ("growth_inputs_11", "growth_inputs")
]
SERIES = [
    *([EMISSIONS[when] / one[when] for when in range(FIRST, LAST + 1)] for one in OUTPUT),
    [EMISSIONS[when] for when in range(FIRST, LAST + 1)],
]
TABLE = [value / listed[0] for listed in SERIES for value in listed]


def relative(measure: Scalar, when: Scalar) -> Scalar:
    """Return a measure in a year, relative to the first year."""
    return lookup(TABLE, measure * (LAST - FIRST + 1) + when - FIRST)


def show(p: Settings) -> View:
    """Return the change of the chosen measure in words, and both measures as lines."""
    change, newer, older = (
        relative(measure, p.last_year) / relative(measure, p.first_year) - 1
        for measure in (p.measure, 0, 1)
    )
    sentence = Sentence(
        _("From {first} to {last} carbon dioxide {measure} changed by {change}."),
        first=Value(p.first_year, year()),
        last=Value(p.last_year, year()),
        measure=word(p.measure, MEASURES),
        change=Value(change, percent(0, signed=True)),
    )
    editions = Sentence(
        _(
            "For each unit of output it changed by {newer} with the output of edition 11.0 of the "
            "Penn World Table, and by {older} with that of edition 10.01."
        ),
        newer=Value(newer, percent(0, signed=True)),
        older=Value(older, percent(0, signed=True)),
    )
    lines = observations(
        (
            {"measure": name, "year": when, "level": round(relative(place, when), 6)}
            for place, name in enumerate(MEASURES)
            for when in range(FIRST, LAST + 1)
        ),
        measure=Column(_("Carbon dioxide")),
        year=Column(_("Year"), year()),
        level=Column(_("Level (1978 = 1)"), plain(2)),
    )
    ends = rows(
        (
            {"end": name, "when": when, "level": relative(p.measure, when)}
            for name, when in ((_("from"), p.first_year), (_("to"), p.last_year))
        ),
        end=Column(_("End of the span")),
        when=Column(_("Year"), year()),
        level=Column(_("Level (1978 = 1)"), plain(2)),
    )
    return View([sentence, editions], {"lines": lines, "ends": ends})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the three lines on a ratio scale, with the reader's span as two points."""
    y = alt.Y(
        "level:Q",
        title=_("Level (1978 = 1), ratio scale"),
        scale=alt.Scale(type="log", domain=[0.15, 10], nice=False),
        axis=alt.Axis(values=[0.25, 0.5, 1, 2, 4, 8], format="~g"),
    )
    lines = charts.lines.mark_line().encode(
        x=alt.X(
            "year:Q",
            title=None,
            scale=alt.Scale(domain=[FIRST, LAST], nice=False),
            axis=alt.Axis(format="d", tickCount=6),
        ),
        y=y,
        color=alt.Color(
            "measure:N",
            sort=MEASURES,
            title=None,
            scale=alt.Scale(domain=MEASURES, range=series(3)),
            legend=alt.Legend(columns=1, labelLimit=260),
        ),
        strokeDash=alt.StrokeDash("measure:N", sort=MEASURES, legend=None),
    )
    ends = charts.ends.mark_point(size=110, opacity=1, color=colour("ink")).encode(
        x="when:Q", y="level:Q"
    )
    return alt.layer(lines, ends)


EXPLORER = Explorer(
    slug="which-greener",
    title=_("Greener by which measure?"),
    question=_("Has China’s economy become greener? Find a yes and a no in one record."),
    description=_(
        "Three lines from 1978 to 2019: carbon dioxide for each unit of output falls in the end, "
        "far more with the output of the newer edition of one table than with that of the older; "
        "carbon dioxide in all rises many times over."
    ),
    kind="observed",
    period=span(FIRST, LAST),
    chapter=1,
    controls=[
        radio("measure", _("Carbon dioxide"), MEASURES),
        plain_slider("first_year", _("From"), low=1978, high=2009, step=1, start=1978, form=year()),
        plain_slider("last_year", _("To"), low=2010, high=2019, step=1, start=2019, form=year()),
    ],
    drag={"first_year": "ends.when", "last_year": "ends.when.1"},
    play="last_year",
    named={
        "change": _("Change of the carbon dioxide chosen"),
        "newer": _("Change for a unit of output, edition 11.0"),
        "older": _("Change for a unit of output, edition 10.01"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Industry by itself: the record is that of the whole economy."),
        _("Emissions inside imports and exports, and everything green that is not carbon."),
        _("Which record of output is right: the newer edition follows the official one."),
    ],
    sources=["trend_indicators", "growth_inputs", "growth_inputs_11"],
)
