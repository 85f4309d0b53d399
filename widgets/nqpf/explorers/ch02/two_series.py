"""China's output since 1978 in two series: one economy, two slopes on a ratio scale."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, exp, lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import Column, Sentence, Value, observations, plain_slider, rows
from nqpf.explorers.core.style import colour
from nqpf.numbers import percent, plain, points, year
from nqpf.words import _

FIRST, LAST = 1978, 2019
SERIES = {"official": _("official"), "pwt": _("Penn World Table")}


def growth_of(series: str) -> list[float]:
    """Return logarithmic growth a year in a series, from the year after FIRST to LAST."""
    kept = [row for row in data.rows("china_gdp_rivals") if row["series"] == series]
    return [row["gdp_growth"] for row in kept if FIRST < row["year"] <= LAST]


def log_index(series: str) -> list[float]:
    """Return the logarithm of output over its level of FIRST, a value a year."""
    listed = [0.0]
    for step in growth_of(series):
        listed.append(round(listed[-1] + step, 9))
    return listed


NAMED = 2000
"""The year at which each line is named on the chart."""
LABELS = {"official": ("right", -10, -10), "pwt": ("left", 4, 20)}
INKS = {"official": colour("series-2"), "pwt": colour("series-1")}
TABLES = {series: log_index(series) for series in SERIES}


def level(series: str, when: Scalar) -> Scalar:
    """Return the logarithm of output in a year, over its level of FIRST."""
    return lookup(TABLES[series], when - FIRST)


def mean_growth(series: str, p: Settings) -> Scalar:
    """Return mean growth a year between the reader's years: the slope on a ratio scale."""
    rise = level(series, p.last_year) - level(series, p.first_year)
    return rise / (p.last_year - p.first_year)


def show(p: Settings) -> View:
    """Return both series, the slopes between the reader's years, and the gap in words."""
    official, pwt = (mean_growth(series, p) for series in SERIES)
    slopes = Sentence(
        _(
            "Between the two years the official series grows by {official} a year and the Penn "
            "World Table by {pwt}: {gap} points apart."
        ),
        official=Value(official, percent(2)),
        pwt=Value(pwt, percent(2)),
        gap=Value(official - pwt, points(2)),
    )
    multiples = Sentence(
        _("So output was multiplied by {many} in the one and by {few} in the other."),
        many=Value(exp(official * (p.last_year - p.first_year)), plain(1)),
        few=Value(exp(pwt * (p.last_year - p.first_year)), plain(1)),
    )
    lines = observations(
        (
            {"year": FIRST + place, "official": exp(official), "pwt": exp(pwt)}
            for place, (official, pwt) in enumerate(zip(*TABLES.values(), strict=True))
        ),
        year=Column(_("Year"), year()),
        official=Column(_("Official series, 1978 = 1"), plain(2)),
        pwt=Column(_("Penn World Table, 1978 = 1"), plain(2)),
    )
    ends = rows(
        (
            {"series": name, "when": when, "output": exp(level(series, when))}
            for series, name in SERIES.items()
            for when in (p.first_year, p.last_year)
        ),
        series=Column(_("Series")),
        when=Column(_("Year set"), year()),
        output=Column(_("Output, 1978 = 1"), plain(2)),
    )
    return View([slopes, multiples], {"lines": lines, "ends": ends})


def output_axis(field: str) -> alt.Y:
    """Return a column of output on a ratio scale, on which each step up doubles."""
    return alt.Y(
        f"{field}:Q",
        title=_("Output (1978 = 1)"),
        scale=alt.Scale(type="log", base=2, domain=[0.9, 48]),
        axis=alt.Axis(values=[1, 2, 4, 8, 16, 32]),
    )


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return two lines on a ratio scale, each with the straight line between the reader's years."""
    years = alt.Scale(domain=[FIRST, LAST], nice=False)
    axis = alt.Axis(format="d", values=[1980, 1990, 2000, 2010, 2019], title=None)
    layers = []
    for field, (align, dx, dy) in LABELS.items():
        x, ink = alt.X("year:Q", scale=years, axis=axis), INKS[field]
        line = charts.lines.encode(x=x, y=output_axis(field))
        name = line.transform_filter(f"datum.year === {NAMED}").mark_text(
            align=align, dx=dx, dy=dy, fontWeight="bold", color=ink, text=SERIES[field]
        )
        layers += [line.mark_line(strokeWidth=3, color=ink), name]
    ends = charts.ends.encode(x=alt.X("when:Q", scale=years), y=output_axis("output"))
    slopes = ends.mark_line(strokeDash=[4, 3], strokeWidth=1.5, color=colour("ink"))
    points_set = ends.mark_point(size=80, opacity=1, color=colour("ink"))
    return alt.layer(*layers, slopes.encode(detail="series:N"), points_set)


EXPLORER = Explorer(
    slug="two-series",
    title=_("One economy, two series"),
    question=_("How fast did China’s output grow? Two series measure the same economy."),
    description=_(
        "Two rising lines from 1978 to 2019 on a ratio scale, the official series above that of "
        "the Penn World Table. A dashed straight line joins each series at the two years set."
    ),
    kind="observed",
    period=f"{FIRST}–{LAST}",
    chapter=2,
    controls=[
        plain_slider("first_year", _("From"), low=1978, high=1999, step=1, start=1978, form=year()),
        plain_slider("last_year", _("To"), low=2000, high=2019, step=1, start=2019, form=year()),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Which series is right: both are estimates, made with different prices."),
        _("Other rivals: several studies argue for figures of their own, in part or whole."),
        _("What was produced, for whom, and at what cost to people and nature."),
    ],
    sources=["china_gdp_rivals", "feenstra2015"],
)
