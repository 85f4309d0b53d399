"""Four directions of upgrading, seven gauges: which of them moved the way that is asked?"""

from typing import NamedTuple

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, present, upward
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    plain_slider,
    rows,
)
from nqpf.explorers.core.style import colour
from nqpf.numbers import plain, year
from nqpf.words import _

FIRST, LAST = range(1995, 2014), range(2014, 2026)


class Gauge(NamedTuple):
    """One indicator: its direction, its name, 1 if more is asked or -1 if less, and its years."""

    direction: str
    name: str
    sign: int
    record: dict[int, float]


def series(dataset: str, value: str, **where_: str) -> dict[int, float]:
    """Return one column of a dataset by year, from 1995 on, of the rows with these values."""
    kept = (r for r in data.rows(dataset) if all(r[key] == one for key, one in where_.items()))
    return {r["year"]: float(r[value]) for r in kept if r["year"] >= FIRST[0]}


def ratio(above: dict[int, float], below: dict[int, float]) -> dict[int, float]:
    """Return one series over another, in the years that both have."""
    return {when: above[when] / below[when] for when in above if when in below}


CARBON = series("trend_indicators", "value", measure="carbon_dioxide", country_code="CHN")
OUTPUT = series("growth_inputs_11", "real_gdp", country_code="CHN")
STATIONS = series("infrastructure_china", "value", indicator="5G base stations")
USERS = series("infrastructure_china", "value", indicator="5G users")
HIGHER, DIGITAL, GREEN, JOINED = _("higher-end"), _("digital"), _("green"), _("joined")
GAUGES = [
    Gauge(
        HIGHER,
        _("in industry"),
        1,
        series(
            "structure_emerging", "share_percent", measure="high-tech manufacturing in industry"
        ),
    ),
    Gauge(HIGHER, _("in exports"), 1, series("hightech_exports", "share_percent")),
    Gauge(DIGITAL, _("5G stations"), 1, STATIONS),
    Gauge(DIGITAL, _("users a station"), 1, ratio(USERS, STATIONS)),
    Gauge(GREEN, _("carbon for a unit"), -1, ratio(CARBON, OUTPUT)),
    Gauge(GREEN, _("in all"), -1, CARBON),
    Gauge(
        JOINED,
        _("services in what factories buy"),
        1,
        series(
            "trend_indicators", "value", measure="producer_services_in_inputs", country_code="CHN"
        ),
    ),
]
PANELS: dict[str, tuple[list[float], list[float]]] = {
    HIGHER: ([0.8, 2.4], [1, 1.5, 2]),
    DIGITAL: ([0.6, 3.6], [1, 2, 3]),
    GREEN: ([0, 4.5], [0, 1, 2, 3, 4]),
    JOINED: ([0.7, 1.1], [0.8, 0.9, 1]),
}


def level(gauge: Gauge, when: int) -> float:
    """Return a gauge relative to its first year."""
    return round(gauge.record[when] / gauge.record[min(gauge.record)], 4)


def starts(gauge: Gauge) -> list[int]:
    """Return the first reported year from each first year on, or the last of all."""
    return [min((y for y in gauge.record if y >= f), default=max(gauge.record)) for f in FIRST]


def stops(gauge: Gauge) -> list[int]:
    """Return the last reported year up to each last year, or the first of all."""
    return [max((y for y in gauge.record if y <= last), default=min(gauge.record)) for last in LAST]


def show(p: Settings) -> View:
    """Return how many gauges moved the way that is asked, and each one's two ends."""
    first, last = p.first_year - FIRST[0], p.last_year - LAST[0]
    forward: Scalar = 0
    known: Scalar = 0
    ends = []
    for gauge in GAUGES:
        begin, end = starts(gauge), stops(gauge)
        begun, ended = lookup(begin, first), lookup(end, last)
        before = lookup([level(gauge, when) for when in begin], first)
        after = lookup([level(gauge, when) for when in end], last)
        told = where(ended > begun, lambda: 1, lambda: 0)
        known = known + told
        moved = where(gauge.sign * (after - before) > 0, lambda: 1, lambda: 0)
        forward = forward + told * moved
        for when, value in ((begun, before), (ended, after)):
            ends.append(
                {
                    "direction": gauge.direction,
                    "gauge": gauge.name,
                    "when": when,
                    "level": value,
                    "told": told,
                }
            )
    said = Sentence(
        _(
            "Between {first} and {last}, {known} of {all} gauges were reported at two dates or "
            "more: {forward} of them moved the way that the four directions ask, {back} the other "
            "way."
        ),
        first=Value(p.first_year, year()),
        last=Value(p.last_year, year()),
        known=Value(known, plain(0)),
        all=Value(len(GAUGES), plain(0)),
        forward=Value(forward, plain(0)),
        back=Value(known - forward, plain(0)),
    )
    shown = {
        "direction": Column(_("Direction")),
        "gauge": Column(_("Gauge")),
        "level": Column(_("Level, first year = 1"), plain(2)),
    }
    lines = observations(
        (
            {
                "direction": gauge.direction,
                "gauge": gauge.name,
                "year": when,
                "level": level(gauge, when),
                "second": place > 0 and GAUGES[place - 1].direction == gauge.direction,
            }
            for place, gauge in enumerate(GAUGES)
            for when in sorted(gauge.record)
        ),
        keep={},
        year=Column(_("Year"), year()),
        **shown,
    )
    span = rows(
        ends,
        when=Column(_("Year"), year()),
        told=Column(_("Reported twice (1) or not (0)"), plain(0)),
        **shown,
    )
    return View([said], {"lines": lines, "span": span})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a panel a direction with one or two lines, and the ends of the reader's span."""
    panels = []
    for direction, (ends, ticks) in PANELS.items():
        names = [gauge.name for gauge in GAUGES if gauge.direction == direction]
        told = _("; dashed: ").join(names)
        last = direction == JOINED
        ends_of_x, marked = [FIRST[0], LAST[-1]], [1995, 2005, 2015, 2025]
        x = across("year", None, ends_of_x, ticks=marked, format="d", labels=last)
        y = upward("level", None, ends, ticks=ticks, minExtent=24, maxExtent=24)
        own = f"datum.direction === '{direction}'"
        hue = alt.Color(
            "second:N",
            legend=None,
            scale=alt.Scale(domain=[False, True], range=[colour("series-1"), colour("series-2")]),
        )
        dash = alt.StrokeDash(
            "second:N", legend=None, scale=alt.Scale(domain=[False, True], range=[[1, 0], [6, 4]])
        )
        lines = charts.lines.transform_filter(own).mark_line(point={"size": 14})
        dots = charts.span.transform_filter(own).mark_point(
            filled=False, size=110, strokeWidth=2, color=colour("ink")
        )
        panel = alt.layer(
            lines.encode(x=x, y=y, color=hue, strokeDash=dash),
            dots.encode(x="when:Q", y=y, opacity=present("told")),
        )
        title = alt.TitleParams(
            f"{direction}: {told}", fontStyle="normal", color=colour("ink"), offset=2, frame="group"
        )
        panels.append(panel.properties(height=70, title=title))
    return alt.vconcat(*panels, spacing=8)


EXPLORER = Explorer(
    slug="four-directions",
    title=_("Four directions, seven gauges"),
    question=_("Has Chinese industry become higher-end, digital, green and joined?"),
    description=_(
        "Four panels from 1995 to 2025, one a direction, with the level of one or two gauges, "
        "first year 1. High technology rises in industry and falls in exports; stations multiply "
        "and users a station do not; carbon falls for a unit and rises in all; services in what "
        "factories buy fall and come back. Rings mark the ends of the span."
    ),
    kind="observed",
    period="1995–2025",
    chapter=18,
    height=380,
    controls=[
        plain_slider(
            "first_year",
            _("From"),
            low=FIRST[0],
            high=FIRST[-1],
            step=1,
            start=2007,
            form=year(),
        ),
        plain_slider(
            "last_year", _("To"), low=LAST[0], high=LAST[-1], step=1, start=2025, form=year()
        ),
    ],
    drag={"first_year": "span.when.8"},
    play="last_year",
    named={
        "known": _("Gauges reported at two dates or more"),
        "forward": _("Gauges that moved as asked"),
        "back": _("Gauges that moved the other way"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Years in which a gauge was not reported: the nearest inside the span stands for them."),
        _("Whether a share is the right gauge: half of a small industry is not much."),
        _("What would have happened without any policy; a line is no effect."),
    ],
    sources=[
        "structure_emerging",
        "hightech_exports",
        "infrastructure_china",
        "trend_indicators",
        "growth_inputs_11",
    ],
)
