"""China's output since 1978 in two editions of one table: two slopes on a ratio scale."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, exp, lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import Column, Sentence, Value, observations, plain_slider, rows
from nqpf.explorers.core.style import colour
from nqpf.numbers import percent, plain, points, span, year
from nqpf.words import _

FIRST, LAST = 1978, 2023
COMMON = 2019
"""The last year of the older edition, and so of every comparison."""
EDITIONS = {"pwt110": _("Edition 11.0"), "pwt1001": _("Edition 10.01")}


def growth_of(edition: str) -> list[float]:
    """Return logarithmic growth a year in an edition, from the year after FIRST to its last."""
    kept = [row for row in data.rows("china_gdp_rivals") if row["series"] == edition]
    return [row["gdp_growth"] for row in kept if FIRST < row["year"] <= LAST]


def log_index(edition: str) -> list[float]:
    """Return the logarithm of output over its level of FIRST, a value a year."""
    listed = [0.0]
    for step in growth_of(edition):
        listed.append(round(listed[-1] + step, 9))
    return listed


NAMED = 2000
"""The year at which each line is named on the chart."""
LABELS = {"pwt110": ("right", -28, -10), "pwt1001": ("left", 4, 20)}
INKS = {"pwt110": colour("series-2"), "pwt1001": colour("series-1")}
TABLES = {edition: log_index(edition) for edition in EDITIONS}


def level(edition: str, when: Scalar) -> Scalar:
    """Return the logarithm of output in a year, over its level of FIRST."""
    return lookup(TABLES[edition], when - FIRST)


def mean_growth(edition: str, p: Settings) -> Scalar:
    """Return mean growth a year between the reader's years: the slope on a ratio scale."""
    rise = level(edition, p.last_year) - level(edition, p.first_year)
    return rise / (p.last_year - p.first_year)


def show(p: Settings) -> View:
    """Return both editions, the slopes between the reader's years, and the gap in words."""
    newer, older = (mean_growth(edition, p) for edition in EDITIONS)
    slopes = Sentence(
        _(
            "Between the two years output grows by {newer} a year in edition 11.0 and by {older} "
            "in edition 10.01: {gap} points apart."
        ),
        newer=Value(newer, percent(2)),
        older=Value(older, percent(2)),
        gap=Value(newer - older, points(2)),
    )
    multiples = Sentence(
        _("So output was multiplied by {many} in the one and by {few} in the other."),
        many=Value(exp(newer * (p.last_year - p.first_year)), plain(1)),
        few=Value(exp(older * (p.last_year - p.first_year)), plain(1)),
    )
    in_year = {
        edition: level(edition, p.last_year) - level(edition, p.last_year - 1)
        for edition in EDITIONS
    }
    single = Sentence(
        _("For the single year {last} the one table has had two figures: {now} and {then}."),
        last=Value(p.last_year, year()),
        now=Value(in_year["pwt110"], percent(2)),
        then=Value(in_year["pwt1001"], percent(2)),
    )
    lines = observations(
        (
            {"edition": name, "year": FIRST + place, "output": exp(value)}
            for edition, name in EDITIONS.items()
            for place, value in enumerate(TABLES[edition])
        ),
        edition=Column(_("Edition")),
        year=Column(_("Year"), year()),
        output=Column(_("Output, 1978 = 1"), plain(2)),
    )
    ends = rows(
        (
            {"name": name, "when": when, "level": exp(level(edition, when))}
            for edition, name in EDITIONS.items()
            for when in (p.first_year, p.last_year)
        ),
        name=Column(_("Edition")),
        when=Column(_("Year set"), year()),
        level=Column(_("Output, 1978 = 1"), plain(2)),
    )
    return View([slopes, multiples, single], {"lines": lines, "ends": ends})


def output_axis(field: str) -> alt.Y:
    """Return a column of output on a ratio scale, on which each step up doubles."""
    return alt.Y(
        f"{field}:Q",
        title=_("Output (1978 = 1)"),
        scale=alt.Scale(type="log", base=2, domain=[0.9, 56]),
        axis=alt.Axis(values=[1, 2, 4, 8, 16, 32]),
    )


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return two lines on a ratio scale, each with the straight line between the reader's years."""
    years = alt.Scale(domain=[FIRST, LAST], nice=False)
    axis = alt.Axis(format="d", values=[1980, 1990, 2000, 2010, 2020], title=None)
    layers = []
    for edition, (align, dx, dy) in LABELS.items():
        x, ink, words = alt.X("year:Q", scale=years, axis=axis), INKS[edition], EDITIONS[edition]
        line = charts.lines.transform_filter(alt.datum.edition == words)
        line = line.encode(x=x, y=output_axis("output"))
        name = line.transform_filter(f"datum.year === {NAMED}").mark_text(
            align=align, dx=dx, dy=dy, fontWeight="bold", color=ink, text=words
        )
        layers += [line.mark_line(strokeWidth=3, color=ink), name]
    ends = charts.ends.encode(x=alt.X("when:Q", scale=years), y=output_axis("level"))
    slopes = ends.mark_line(strokeDash=[4, 3], strokeWidth=1.5, color=colour("ink"))
    points_set = ends.mark_point(size=80, opacity=1, color=colour("ink"))
    return alt.layer(*layers, slopes.encode(detail="name:N"), points_set)


EXPLORER = Explorer(
    slug="two-series",
    title=_("One table, two editions"),
    question=_(
        "How fast did China’s output grow? Two editions of the Penn World Table measure the same "
        "economy."
    ),
    description=_(
        "Two rising lines from 1978 on a ratio scale, edition 11.0 of the Penn World Table to "
        "2023 above edition 10.01 to 2019. A dashed straight line joins each at the two years set."
    ),
    kind="observed",
    period=span(FIRST, LAST),
    chapter=2,
    controls=[
        plain_slider("first_year", _("From"), low=1978, high=1999, step=1, start=1978, form=year()),
        plain_slider(
            "last_year", _("To"), low=2000, high=COMMON, step=1, start=COMMON, form=year()
        ),
    ],
    drag={"first_year": "ends.when", "last_year": "ends.when.1"},
    play="last_year",
    named={
        "newer": _("Growth of output a year, edition 11.0"),
        "older": _("Growth of output a year, edition 10.01"),
        "gap": _("Distance of the editions, points a year"),
        "many": _("Output over that of the first year, edition 11.0"),
        "few": _("Output over that of the first year, edition 10.01"),
        "now": _("Growth in the last year, edition 11.0"),
        "then": _("Growth in the last year, edition 10.01"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Which edition is right: both are estimates, made with different prices."),
        _("The official series, which edition 11.0 follows within 0.05 points a year since 1979."),
        _("Other rivals: several studies argue for figures of their own, in part or whole."),
        _("What was produced, for whom, and at what cost to people and nature."),
    ],
    sources=["china_gdp_rivals", "feenstra2015"],
)
