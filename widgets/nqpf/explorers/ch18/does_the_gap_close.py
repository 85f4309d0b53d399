"""Research over output in thirty-one provinces: does the gap between them close?"""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, named_colours, upward
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    plain_slider,
    rows,
    select,
    toggle,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.inequality import gini
from nqpf.models.measurement.tables import deviation, mean
from nqpf.numbers import percent, plain, year
from nqpf.words import _

YEARS = range(2011, 2024)
CAPITAL = "Beijing"


def variation(values: list[float]) -> float:
    """Return the standard deviation over the mean, the coefficient of variation."""
    return deviation(values, correction=0) / mean(values)


MEASURES = {
    _("standard deviation"): lambda values: deviation(values, correction=0),
    _("best less worst"): lambda values: max(values) - min(values),
    _("Gini coefficient"): gini,
    _("variation"): variation,
}
ROWS = data.rows("provinces_research")
VALUES = [
    [
        [
            row["rd_intensity_percent"]
            for row in ROWS
            if row["year"] == when and (all_of_them or row["province"] != CAPITAL)
        ]
        for when in YEARS
    ]
    for all_of_them in (True, False)
]
GAPS = [
    [[measure(values) for values in yearly] for yearly in VALUES] for measure in MEASURES.values()
]
"""Each measure of the gap, with and without the capital, year by year."""


def show(p: Settings) -> View:
    """Return how one measure of the gap changed, and the course of all four."""
    base = p.first_year - YEARS[0]
    own = p.without * len(YEARS)

    def relative(measure: int, at: int) -> Scalar:
        flat = [gap for yearly in GAPS[measure] for gap in yearly]
        return lookup(flat, own + at) / lookup(flat, own + base)

    ends = [relative(measure, len(YEARS) - 1) for measure in range(len(MEASURES))]
    flat = [gap for by in GAPS for yearly in by for gap in yearly]
    chosen = (p.measure * 2 + p.without) * len(YEARS)
    change = lookup(flat, chosen + len(YEARS) - 1) / lookup(flat, chosen + base) - 1
    wider = where(change > 0, lambda: 1, lambda: 0)
    count = sum(where(end > 1, lambda: 1, lambda: 0) for end in ends)
    said = Sentence(
        _("From {first} to {last} the {measure} changed by {change}: the gap {verdict}."),
        first=Value(p.first_year, year()),
        last=Value(YEARS[-1], year()),
        measure=word(p.measure, list(MEASURES)),
        change=Value(change, percent(0, signed=True)),
        verdict=word(wider, [_("narrows"), _("widens")]),
    )
    among = Sentence(
        _("Of the four measures {wider} say that it widened, from the very same figures."),
        wider=Value(count, plain(0)),
    )
    relative_to_first = Column(_("Gap, first year = 1"), plain(3))
    course = rows(
        (
            {
                "measure": name,
                "at": place,
                "year": when,
                "gap": relative(place, at),
            }
            for place, name in enumerate(MEASURES)
            for at, when in enumerate(YEARS)
        ),
        measure=Column(_("Measure")),
        year=Column(_("Year"), year()),
        gap=relative_to_first,
    )
    bold = rows(
        (
            {
                "year": when,
                "gap": lookup(flat, chosen + at) / lookup(flat, chosen + base),
            }
            for at, when in enumerate(YEARS)
        ),
        year=Column(_("Year"), year()),
        gap=relative_to_first,
    )
    named = observations(
        ({"at": place, "measure": name} for place, name in enumerate(MEASURES)),
        keep={"at": p.measure},
        measure=Column(_("Measure chosen")),
    )
    return View([said, among], {"course": course, "bold": bold, "named": named})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a line a measure, with level one dashed, and the chosen measure thick."""
    x = across("year", None, [YEARS[0], YEARS[-1]], ticks=[2011, 2015, 2019, 2023], format="d")
    ends = [0.7, 1.5]
    y = upward("gap", _("Gap, first year = 1"), ends, ticks=[0.8, 1, 1.2, 1.4])
    names = list(MEASURES)
    hues = named_colours(
        "measure",
        names,
        [colour("series-2"), colour("series-5"), colour("series-3"), colour("series-4")],
        columns=2,
    )
    dashes = alt.Scale(domain=names, range=[[1, 0], [1, 0], [7, 4], [7, 4]])
    dash = alt.StrokeDash("measure:N", sort=names, title=None, scale=dashes)
    one = alt.YDatum(1, scale=alt.Scale(domain=ends, nice=False))
    level = charts.named.mark_rule(color=colour("ink"), strokeWidth=1).encode(y=one)
    lines = charts.course.mark_line(strokeWidth=2).encode(x=x, y=y, color=hues, strokeDash=dash)
    thick = charts.bold.mark_line(strokeWidth=7, opacity=0.3, color=colour("ink")).encode(x=x, y=y)
    return alt.layer(level, thick, lines)


EXPLORER = Explorer(
    slug="does-the-gap-close",
    title=_("Does the gap close?"),
    question=_("Do provinces drift apart or come together? One table, four answers."),
    description=_(
        "Four lines from 2011 to 2023, first year 1: the gap between provinces in research over "
        "output by four measures. The two in percentage points, solid, rise; the two in "
        "proportion, dashed, fall. The measure chosen has a broad shade."
    ),
    kind="observed",
    period="2011–23",
    chapter=18,
    height=280,
    controls=[
        select("measure", _("Measure of the gap"), list(MEASURES)),
        plain_slider(
            "first_year", _("Counted from"), low=2011, high=2019, step=1, start=2011, form=year()
        ),
        toggle("without", _("Leave Beijing out"), off=_("no"), on=_("yes")),
    ],
    sketch=Sketch(
        "bold.gap",
        _(
            "How far apart were provinces in each year, by the first of the measures "
            "below? Draw it; the first year is 1."
        ),
        higher=_(
            "By this measure the gap widened less than you thought; other measures say "
            "that it closed."
        ),
        lower=_(
            "By this measure the gap widened more than you thought; other measures say "
            "that it closed."
        ),
    ),
    named={
        "change": _("Change of the gap"),
        "verdict": _("What the gap does"),
        "wider": _("Measures that say it widened, of four"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("People: each province counts alike, whether three or a hundred million live there."),
        _("Other indicators; an index of many has a gap of its own."),
        _("Prices and the later revision of output, which lowers the last years."),
    ],
    sources=["provinces_research", "dagum1997"],
)
