"""Nine countries on five of six aspects: who leads when one aspect counts more."""

import altair as alt

from nqpf import data
from nqpf.algebra import lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import upward
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    plain_slider,
    radio,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.composite import weighted_products, weighted_sums
from nqpf.models.measurement.indicators import min_max, ranks
from nqpf.models.measurement.rank_uncertainty import bands_of, drawn_ranks
from nqpf.models.measurement.tables import columns
from nqpf.numbers import mostly_whole, percent, plain
from nqpf.words import _

COUNTRIES = {
    "CHN": (_("China"), "China"),
    "DEU": (_("Germany"), "Germany"),
    "FRA": (_("France"), "France"),
    "GBR": (_("Britain"), "United Kingdom"),
    "IND": (_("India"), "India"),
    "ISR": (_("Israel"), "Israel"),
    "JPN": (_("Japan"), "Japan"),
    "KOR": (_("Korea"), "South Korea"),
    "USA": (_("USA"), "United States"),
}
NAMES = [name for name, _place in COUNTRIES.values()]
ADVANCED, CONCERTED, COMPLETE = _("advanced"), _("concerted"), _("complete")
SECURE, OPEN, INCLUSIVE = _("secure"), _("open"), _("inclusive")
ASPECTS = [ADVANCED, COMPLETE, SECURE, OPEN, INCLUSIVE]
DIRECTIONS = [1, 1, -1, 1, -1]
INDEX = _("index")
WAYS = [_("a sum"), _("a product")]
ENOUGH = 0.01
"""A country is present in a section of goods with at least this part of the world's exports."""
LEAST = 0.01
"""What the last country of an aspect scores, so that a product can be taken."""


def sections_present() -> list[int]:
    """Return in how many of the 21 sections of exports each country is present."""
    rows = {row["place"]: row for row in data.rows("exports_by_section")}
    names = [name for name in next(iter(rows.values())) if name not in ("place", "source_id")]
    world = {name: sum(row[name] or 0.0 for row in rows.values()) for name in names}
    return [
        sum((rows[place][name] or 0.0) >= ENOUGH * world[name] for name in names)
        for _name, place in COUNTRIES.values()
    ]


def measured() -> list[list[float]]:
    """Return a row a country of what was measured for each aspect, in the aspect's own unit."""
    research = {row["country_code"]: row for row in data.rows("rd_intensity")}
    others = {(row["aspect"], row["country_code"]): row for row in data.rows("six_aspects")}
    return [
        [
            # The rows stand in the order of years, so that the last one is the newest.
            research[code]["rd_intensity_percent"],
            present,
            *(others[aspect, code]["value"] for aspect in ("secure", "open", "inclusive")),
        ]
        for code, present in zip(COUNTRIES, sections_present(), strict=True)
    ]


MEASURED = measured()
SCORES = [[LEAST + (1 - LEAST) * score for score in row] for row in min_max(MEASURED, DIRECTIONS)]
BY_ASPECT = [ranks(column) for column in columns(SCORES)]
TIMES = range(1, 9)


def index_ranks(aspect: int, times: int, way: int) -> list[float]:
    """Return the ranks of all countries when one aspect counts some times as much as another."""
    weights = [float(times) if place == aspect else 1.0 for place in range(len(ASPECTS))]
    return ranks((weighted_sums, weighted_products)[way](SCORES, weights))


CASES = [
    (aspect, times, way)
    for aspect in range(len(ASPECTS))
    for times in TIMES
    for way in range(len(WAYS))
]
FOUND = [index_ranks(*case) for case in CASES]
FIRST = bands_of(drawn_ranks([SCORES], draws=1000, seed="six aspects")).first


def show(p: Settings) -> View:
    """Return a country's rank by each aspect and by the index, and the lines of all."""
    case = (p.aspect * len(TIMES) + p.times - TIMES[0]) * len(WAYS) + p.way
    flat = [rank for found in FOUND for rank in found]
    own = [lookup(by, p.country) for by in BY_ASPECT]
    said = Sentence(
        _(
            "{country}: number {advanced} of nine in advanced, {complete} in complete, {secure} in "
            "secure, {open} in open and {inclusive} in inclusive; number {rank} in the index. "
            "Countries that share a place have the mean of the places, rounded."
        ),
        country=word(p.country, NAMES),
        **{
            name: Value(rank, plain(0))
            for name, rank in zip(
                ("advanced", "complete", "secure", "open", "inclusive"), own, strict=True
            )
        },
        rank=Value(lookup(flat, case * len(NAMES) + p.country), plain(0)),
    )
    weights = Sentence(
        _(
            "If the five weights of a sum are drawn at random, {leaders} of nine countries come "
            "first at least once in a thousand draws; this one in {first} of them."
        ),
        leaders=Value(sum(part > 0 for part in FIRST), plain(0)),
        first=Value(lookup(FIRST, p.country), percent(0)),
    )
    shown = {
        "country": Column(_("Country")),
        "column": Column(_("By")),
        "rank": Column(_("Rank"), mostly_whole()),
    }
    fixed = [
        {"country": name, "place": place, "column": aspect, "rank": by[place]}
        for aspect, by in zip(ASPECTS, BY_ASPECT, strict=True)
        for place, name in enumerate(NAMES)
    ]
    moving = [
        {"country": name, "place": place, "column": column, "rank": rank, "case": at}
        for at, found in enumerate(FOUND)
        for place, (name, rank) in enumerate(zip(NAMES, found, strict=True))
        for column in (INDEX,)
    ]
    aspects = observations(fixed, keep={}, **shown)
    mine = observations(fixed, keep={"place": p.country}, **shown)
    index = observations(moving, keep={"case": case}, **shown)
    here = observations(moving, keep={"case": case, "place": p.country}, **shown)
    return View([said, weights], {"aspects": aspects, "mine": mine, "index": index, "here": here})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a pale line a country over the aspects, its rank in the index, and its name."""
    order = [CONCERTED, ADVANCED, COMPLETE, SECURE, OPEN, INCLUSIVE, INDEX, "", " "]
    axis = alt.Axis(orient="top", labelAngle=-40, ticks=False, domain=False, labelPadding=6)
    x = alt.X("column:N", title=None, scale=alt.Scale(domain=order, padding=0.3), axis=axis)
    y = upward("rank", _("Rank"), [9.6, 0.4], ticks=[1, 3, 5, 7, 9])
    chosen = colour("series-1")
    pale = charts.aspects.mark_line(color=colour("line"), strokeWidth=1.5).encode(
        x=x, y=y, detail="country:N"
    )
    dots = charts.aspects.mark_point(size=28, color=colour("series-6"), opacity=0.8)
    bold = charts.mine.mark_line(color=chosen, strokeWidth=3).encode(x=x, y=y)
    points = charts.mine.mark_point(size=90, color=chosen).encode(x=x, y=y)
    bars = charts.index.mark_square(size=70, color=colour("series-6"), opacity=1).encode(x=x, y=y)
    own = charts.here.mark_square(size=170, color=chosen, opacity=1).encode(x=x, y=y)
    names = charts.index.mark_text(align="left", dx=9, color=colour("ink")).encode(
        x=x, y=y, text="country:N"
    )
    missing = charts.here.mark_text(
        text=_("no measure found"), angle=270, color=colour("muted"), y="height", dx=110
    ).encode(x=alt.datum(CONCERTED))
    return alt.layer(pale, dots.encode(x=x, y=y), bold, points, bars, own, names, missing)


EXPLORER = Explorer(
    slug="six-aspects",
    title=_("Six aspects, nine countries"),
    question=_("Who has the most modern industrial system, if six aspects count?"),
    description=_(
        "Nine lines, one a country, join its ranks by five aspects, number 1 at the top; a sixth "
        "column has no marks, because no measure was found. The lines cross everywhere. Squares at "
        "the right are ranks in an index of the five, with the names of the countries."
    ),
    kind="observed",
    period="2019–22",
    chapter=18,
    height=330,
    controls=[
        select("aspect", _("Counts more"), ASPECTS),
        plain_slider(
            "times",
            _("so many times as much as another"),
            low=TIMES[0],
            high=TIMES[-1],
            step=1,
            start=2,
        ),
        radio("way", _("Put together as"), WAYS),
        select("country", _("Look at"), NAMES),
    ],
    named={
        "advanced": _("Place in advanced"),
        "complete": _("Place in complete"),
        "secure": _("Place in secure"),
        "open": _("Place in open"),
        "inclusive": _("Place in inclusive"),
        "rank": _("Place in the index"),
        "first": _("Draws in which it comes first"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Synergy, for which no measure was found; it is not scored as nothing but left out."),
        _("Whether one number can stand for an aspect; each was taken because all nine have it."),
        _("That India’s Gini coefficient is of spending and the others’ mostly of income."),
        _("Size: a small country trades more of its output, whatever its policy."),
    ],
    sources=["six_aspects", "rd_intensity", "exports_by_section", "huang2024", "nardo2008"],
)
