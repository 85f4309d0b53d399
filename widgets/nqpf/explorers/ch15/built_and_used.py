"""China's new infrastructure by year, each kind against its first figure, and how many use 5G."""

from calendar import month_name

import altair as alt

from nqpf import data
from nqpf.algebra import lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import (
    above_one_another,
    across,
    named_colours,
    present,
    upward,
)
from nqpf.explorers.core.parts import Column, Sentence, Value, observations, rows, select, word
from nqpf.explorers.core.style import colour
from nqpf.numbers import percent, plain
from nqpf.words import _

KINDS = {
    "charging points": _("charging points"),
    "5G base stations": _("5G base stations"),
    "5G users": _("5G users"),
    "data centre racks": _("data centre racks"),
    "computing power": _("computing power"),
    "high-speed railways": _("high-speed railways"),
}
ROWS = data.rows("infrastructure_china")


def decimal_year(month: str) -> float:
    """Return the end of a month as a year with a fraction."""
    calendar_year, number = month.split("-")
    return int(calendar_year) + int(number) / 12


def spoken(month: str) -> str:
    """Return a month in words: ``December 2021``."""
    calendar_year, number = month.split("-")
    return f"{month_name[int(number)]} {calendar_year}"


FIGURES = {
    kind: [(row["month"], row["value"]) for row in ROWS if row["indicator"] == kind]
    for kind in KINDS
}
SPANS = [decimal_year(figures[-1][0]) - decimal_year(figures[0][0]) for figures in FIGURES.values()]
MULTIPLES = [figures[-1][1] / figures[0][1] for figures in FIGURES.values()]
USERS = dict(FIGURES["5G users"])
STATIONS = dict(FIGURES["5G base stations"])
MONTHS = [month for month in USERS if month in STATIONS]


def show(p: Settings) -> View:
    """Return how fast one kind has grown, and how many users share a base station."""
    names = list(KINDS.values())
    multiple = lookup(MULTIPLES, p.kind)
    grown = Sentence(
        _(
            "From {first} to {last} {kind} grew to {multiple} times the first figure, by {rate} a "
            "year."
        ),
        first=word(p.kind, [spoken(figures[0][0]) for figures in FIGURES.values()]),
        last=word(p.kind, [spoken(figures[-1][0]) for figures in FIGURES.values()]),
        kind=word(p.kind, names),
        multiple=Value(multiple, plain(2)),
        rate=Value(multiple ** (1 / lookup(SPANS, p.kind)) - 1, percent(0)),
    )
    users = lookup([USERS[month] for month in MONTHS], p.month)
    stations = lookup([STATIONS[month] for month in MONTHS], p.month)
    used = Sentence(
        _(
            "In {month} {users} million users shared {stations} million 5G stations: {ratio} "
            "users a station, after {before} in {start}."
        ),
        month=word(p.month, list(map(spoken, MONTHS))),
        users=Value(users, plain(0)),
        stations=Value(stations, plain(2)),
        ratio=Value(users / stations, plain(0)),
        before=Value(USERS[MONTHS[0]] / STATIONS[MONTHS[0]], plain(0)),
        start=word(0, [spoken(MONTHS[0])]),
    )
    lines = observations(
        (
            {
                "kind": KINDS[kind],
                "month": month,
                "when": round(decimal_year(month), 4),
                "level": round(value / figures[0][1], 6),
            }
            for kind, figures in FIGURES.items()
            for month, value in figures
        ),
        kind=Column(_("Kind")),
        month=Column(_("Month")),
        level=Column(_("Over its own first figure"), plain(2)),
    )
    shared = observations(
        (
            {
                "month": month,
                "when": round(decimal_year(month), 4),
                "ratio": round(USERS[month] / STATIONS[month], 3),
            }
            for month in MONTHS
        ),
        month=Column(_("Month")),
        ratio=Column(_("Users of 5G for each station"), plain(0)),
    )
    chosen = rows(
        [
            {
                "at": lookup([decimal_year(month) for month in MONTHS], p.month),
                "ratio": users / stations,
            }
        ],
        at=Column(_("Month set"), plain(2)),
        ratio=Column(_("Users for each station"), plain(0)),
    )
    ends = rows(
        (
            {
                "kind": name,
                "when": round(decimal_year(figures[-1][0]), 4),
                "level": round(figures[-1][1] / figures[0][1], 6),
                "size": where(abs(p.kind - place) < 0.5, lambda: 1, lambda: 0),
            }
            for place, (name, figures) in enumerate(zip(names, FIGURES.values(), strict=True))
        ),
        kind=Column(_("Kind")),
        level=Column(_("Last figure over the first"), plain(2)),
        size=Column(_("Chosen (1) or not (0)"), plain(0)),
    )
    return View([grown, used], {"lines": lines, "ends": ends, "shared": shared, "chosen": chosen})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return each kind against its first figure on a ratio scale; below, users for each station."""
    names = list(KINDS.values())
    x = across("when", None, [2019.5, 2026.25], ticks=list(range(2020, 2027)), format="d")
    y = upward(
        "level",
        _("First figure = 1"),
        [0.9, 20],
        ticks=[1, 2, 4, 8, 16],
        ratios=True,
        format="~g",
    )
    hues = named_colours("kind", names, columns=2)
    lines = charts.lines.mark_line(point={"size": 30}).encode(
        x=x, y=y, color=hues, strokeDash=alt.StrokeDash("kind:N", sort=names, legend=None)
    )
    ends = charts.ends.mark_point(size=160, filled=False, strokeWidth=3, color=colour("ink"))
    marked = ends.encode(x=x, y=y, opacity=present("size"))
    ratio = upward("ratio", _("Users a station"), [0, 300], ticks=[0, 100, 200, 300])
    use = charts.shared.mark_line(
        color=colour("series-3"), point={"size": 30, "color": colour("series-3")}
    ).encode(x=x, y=ratio)
    here = charts.chosen.mark_point(size=160, filled=False, strokeWidth=3, color=colour("ink"))
    return above_one_another(
        lines + marked, use + here.encode(x=alt.X("at:Q"), y=ratio), heights=(170, 80)
    )


EXPLORER = Explorer(
    slug="built-and-used",
    title=_("Built, and used"),
    question=_("China’s new infrastructure grew fast. Did its use keep up?"),
    description=_(
        "Six lines between 2019 and 2025 on a ratio scale, each over its own first figure: "
        "charging points rise fastest, high-speed railways slowest. Below, the number of users of "
        "5G for each base station hardly changes."
    ),
    kind="observed",
    period="2019–2025",
    chapter=15,
    height=330,
    controls=[
        select("kind", _("Look at"), KINDS.values()),
        select("month", _("Users of 5G in"), map(spoken, MONTHS), start=len(MONTHS) - 1),
    ],
    play="month",
    named={
        "multiple": _("Last figure over the first"),
        "rate": _("Growth a year"),
        "users": _("Users, million"),
        "stations": _("Stations, million"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Use of anything but 5G: for racks, points and railways no like figure was seen."),
        _("How much a user uses, and where: a station in a town has more than one on a mountain."),
        _("Months between the figures: a line joins them and knows no more."),
    ],
    sources=["infrastructure_china"],
)
