"""How basic is research: China's shares by year beside those of five other countries."""

import altair as alt

from nqpf import data
from nqpf.algebra import lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward
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
from nqpf.numbers import percent, plain, points, year
from nqpf.words import _

CHINA = {row["year"]: row["basic_share"] for row in data.rows("rd_china_shares")}
FIRST, LAST = min(CHINA), max(CHINA)
COUNTRIES = {
    "USA": _("United States"),
    "FRA": _("France"),
    "KOR": _("South Korea"),
    "JPN": _("Japan"),
    "GBR": _("United Kingdom"),
}
PHRASES = [
    _("the United States"),
    _("France"),
    _("South Korea"),
    _("Japan"),
    _("the United Kingdom"),
]
PEERS = [
    {
        "place": list(COUNTRIES).index(row["country_code"]),
        "country": COUNTRIES[row["country_code"]],
        "year": row["year"],
        "share": row["basic_share_percent"] / 100,
    }
    for row in data.rows("rd_basic_share_peers")
    if row["country_code"] in COUNTRIES
]
LATEST = [
    max((row for row in PEERS if row["place"] == k), key=lambda row: row["year"]) for k in range(5)
]


def show(p: Settings) -> View:
    """Return China's share in the reader's year and the last one of the other country."""
    here = lookup(list(CHINA.values()), p.year - FIRST)
    other = lookup([row["share"] for row in LATEST], p.country)
    when = lookup([float(row["year"]) for row in LATEST], p.country)
    compared = Sentence(
        _(
            "In China {here} of research money went into basic research in {year}; in {country} "
            "it was {other} in {when}."
        ),
        here=Value(here, percent(1)),
        year=Value(p.year, year()),
        country=word(p.country, PHRASES),
        when=Value(when, year()),
        other=Value(other, percent(1)),
    )
    moved = Sentence(
        _(
            "Since {first} China’s share has moved by {moved} points; the other is {gap} points "
            "higher."
        ),
        first=Value(FIRST, year()),
        moved=Value(here - CHINA[FIRST], points(1, signed=True)),
        gap=Value(other - here, points(1)),
    )
    share = Column(_("Basic research, of all spending on research"), percent(1))
    line = observations(
        ({"year": when, "share": value} for when, value in CHINA.items()),
        year=Column(_("Year"), year()),
        share=share,
    )
    peers = observations(
        PEERS,
        country=Column(_("Country")),
        year=Column(_("Year"), year()),
        share=share,
    )
    chosen = rows(
        [{"at": p.year, "share": here, "name": 0}, {"at": when, "share": other, "name": 1}],
        at=Column(_("Year compared"), year()),
        share=share,
        name=Column(_("China (0) or the other country (1)"), plain(0)),
    )
    return View([compared, moved], {"line": line, "peers": peers, "chosen": chosen})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return China's line and a named point for each other country and year."""
    x = across("year", None, [FIRST, LAST], ticks=[2010, 2015, 2020, 2024], format="d")
    y = upward("share", _("Basic, of all research"), [0, 0.3], ticks=[0, 0.1, 0.2, 0.3], format="%")
    line = charts.line.mark_line(
        color=colour("series-1"), point={"color": colour("series-1")}
    ).encode(x=x, y=y)
    points = charts.peers.mark_point(size=60, shape="square", color=colour("series-2")).encode(
        x=x, y=y
    )
    # In 2011 two pairs of countries lie too close for names side by side.
    below = "datum.year === 2011 && (datum.place === 0 || datum.place === 4)"
    late = "datum.year > 2020"
    names = [
        charts.peers.transform_filter(test)
        .mark_text(align=align, dx=dx, dy=dy)
        .encode(x=x, y=y, text="country:N")
        for test, align, dx, dy in (
            (below, "left", 9, 6),
            (f"!({below}) && !({late})", "left", 9, -3),
            (late, "right", 6, 14),
        )
    ]
    china = (
        charts.line.transform_filter(f"datum.year === {LAST}")
        .mark_text(align="right", dy=-20, fontWeight="bold", color=colour("series-1"))
        .encode(x=x, y=y, text=alt.value(_("China")))
    )
    rings = charts.chosen.mark_point(
        size=220, filled=False, strokeWidth=2.5, color=colour("ink")
    ).encode(x=alt.X("at:Q"), y=y)
    return alt.layer(line, points, *names, china, rings)


EXPLORER = Explorer(
    slug="how-basic",
    title=_("How basic is research?"),
    question=_(
        "How much of China’s research is basic, and does that settle whether it is too little?"
    ),
    description=_(
        "A slowly rising line of the basic part of China’s research from 2010 to 2024, and points "
        "of five other countries in 2011, one in 2017 and one in 2023, all above it."
    ),
    kind="observed",
    period=f"{FIRST}–{LAST}",
    chapter=6,
    controls=[
        plain_slider(
            "year", _("China in the year"), low=FIRST, high=LAST, step=1, start=LAST, form=year()
        ),
        select("country", _("Beside"), COUNTRIES.values()),
    ],
    drag={"year": "chosen.at"},
    play="year",
    named={
        "here": _("Basic research in China, of research money"),
        "when": _("Year of the other country’s figure"),
        "other": _("Basic research in the other country, of research money"),
        "moved": _("Change of China’s share, points"),
        "gap": _("Distance of the other country, points"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Later years of France, Japan and the United Kingdom: only 2011 was found."),
        _("What counts as basic, which countries draw differently, and who does it."),
        _("Whether more would be better: a share alone does not say; that takes a model."),
    ],
    sources=["rd_china_shares", "rd_basic_share_peers"],
)
