"""Plants stand together on the coast and a route is closed: which regions go short?"""

from collections.abc import Sequence
from typing import Any

import altair as alt

from nqpf.algebra import maximum, minimum
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import once, written
from nqpf.explorers.core.lattice import Lattice
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
from nqpf.explorers.core.style import colour
from nqpf.models.security.production_space import (
    break_even_closure,
    gain_from_large_plants,
    production_by_region,
)
from nqpf.models.security.routes import shared_supply, supply_flow
from nqpf.numbers import percent, plain
from nqpf.words import _

# Each region with its place on the map and what it needs; the first holds what is concentrated.
REGIONS = {
    _("Coast"): (8.6, 3.2, 6.0),
    _("North"): (6.0, 5.2, 3.0),
    _("Centre"): (5.0, 3.2, 4.0),
    _("South"): (6.0, 1.0, 4.0),
    _("West"): (2.6, 2.4, 2.0),
    _("Highland"): (0.9, 4.4, 1.0),
}
NAMES = list(REGIONS)
NEEDS = [need for _x, _y, need in REGIONS.values()]
ROUTES = [(0, 1, 4.0), (0, 2, 7.0), (0, 3, 5.0), (1, 2, 2.0), (2, 3, 2.0), (2, 4, 4.0),
          (3, 4, 1.0), (4, 5, 2.0)]  # fmt: skip
CUTS = [_("none"), *(f"{NAMES[start]}–{NAMES[end]}" for start, end, _most in ROUTES)]
OPEN, TIGHT, CLOSED = 0, 1, 2
SHORT = 1e-9
# Within the range that studies of density find.
SCALE = 0.04


def computed(
    *, closed: float, concentration: float, room: float
) -> dict[str, float | Sequence[float]]:
    """Return which part of its need each region gets, and how each route stands."""
    table = [[0.0] * len(NAMES) for _region in NAMES]
    for place, (start, end, most) in enumerate(ROUTES, start=1):
        table[start][end] = table[end][start] = 0.0 if place == closed else most * room
    made = production_by_region(region_needs=NEEDS, concentration=concentration)
    got = shared_supply(table, production=made, demand=NEEDS)
    reached = supply_flow(table, production=made, wanted=NEEDS).reached
    parts = [one / need for one, need in zip(got, NEEDS, strict=True)]
    states = [
        CLOSED if place == closed else TIGHT if reached[start] != reached[end] else OPEN
        for place, (start, end, _most) in enumerate(ROUTES, start=1)
    ]
    lost = max(0.0, 1 - sum(got) / sum(NEEDS))
    worst = parts.index(min(parts)) if lost > SHORT else len(NAMES)
    short = sum(part < 1 - SHORT for part in parts)
    return {"parts": parts, "states": states, "lost": lost, "worst": worst, "short": short}


CONTROLS = [
    select("closed", _("Route that is closed"), CUTS, start=2),
    slider("concentration", label=_("Production that stands on the Coast alone"), step=0.1,
           high=0.9, start=0.8),
    plain_slider("room", _("Room on the routes"), low=0.8, high=2.0, step=0.2, start=1.0,
                 form=percent(0)),
]  # fmt: skip
LATTICE = Lattice(CONTROLS, computed)


def show(p: Settings) -> View:
    """Return who goes short by how much, and what large plants gain against it."""
    found = LATTICE.read(p)
    gain = gain_from_large_plants(
        region_needs=NEEDS, concentration=p.concentration, scale_elasticity=SCALE
    )
    part = break_even_closure(scale_gain=maximum(0.0, gain), closure_loss=found["lost"])
    who = Sentence(
        _(
            "Closed: {closed}. Of all that is needed {lost} does not arrive. Regions "
            "that go short: {short} of {count}. {worst}: {least} of its need arrives."
        ),
        closed=word(p.closed, CUTS),
        lost=Value(found["lost"], percent(1)),
        short=Value(found["short"], plain(0)),
        count=Value(len(NAMES), plain(0)),
        worst=word(
            found["worst"],
            [
                *(_("{region} is worst off").format(region=name) for name in NAMES),
                _("No region is worse off than another"),
            ],
        ),
        least=Value(minimum(*found["parts"]), percent(0)),
    )
    pays = Sentence(
        _(
            "Plants make {gain} more than if each region made its own. The route may be closed for "
            "{weeks} of 52 weeks a year before that is used up."
        ),
        gain=Value(gain, percent(1)),
        weeks=Value(part * 52, plain(0)),
    )
    regions = rows(
        (
            {"region": name, "x": x, "y": y, "needs": need, "part": part_met}
            for (name, (x, y, need)), part_met in zip(REGIONS.items(), found["parts"], strict=True)
        ),
        region=Column(_("Region")),
        needs=Column(_("Needs, units"), plain(0)),
        part=Column(_("Part of its need that arrives"), percent(0)),
    )
    routes = rows(
        (
            {"route": CUTS[place], "state": state, "most": most}
            | dict(zip(("x", "y"), REGIONS[NAMES[start]][:2], strict=True))
            | dict(zip(("x2", "y2"), REGIONS[NAMES[end]][:2], strict=True))
            for place, ((start, end, most), state) in enumerate(
                zip(ROUTES, found["states"], strict=True), start=1
            )
        ),
        route=Column(_("Route")),
        most=Column(_("Carries at most, at 100% room"), plain(0)),
        state=Column(_("Open (0), narrowest (1), closed (2)"), plain(0)),
    )
    return View([who, pays], {"regions": regions, "routes": routes})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a map of regions and routes: the closed one dotted, those too narrow thick."""
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 10], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, 6.4], nice=False), axis=None)

    def by_state(channel: Any, values: list[Any]) -> Any:
        scale = alt.Scale(domain=[OPEN, TIGHT, CLOSED], range=values)
        return channel("state:N", scale=scale, legend=None)

    lines = charts.routes.mark_rule().encode(
        x=x,
        y=y,
        x2="x2:Q",
        y2="y2:Q",
        color=by_state(alt.Color, [colour("muted"), colour("series-2"), colour("muted")]),
        size=by_state(alt.Size, [2, 6, 2]),
        strokeDash=by_state(alt.StrokeDash, [[1, 0], [1, 0], [2, 6]]),
    )
    fill = alt.FillOpacity("part:Q", scale=alt.Scale(domain=[0, 1], range=[0, 1]), legend=None)
    under = charts.regions.mark_circle(size=900, color=colour("paper"), opacity=1).encode(x=x, y=y)
    places = charts.regions.mark_point(
        size=900, shape="circle", filled=True, color=colour("series-1"), stroke=colour("series-1")
    ).encode(x=x, y=y, fillOpacity=fill)
    # Each text stands on a rim of paper, because routes pass behind it.
    texts = [
        charts.regions.mark_text(dy=dy, fontWeight="bold", **look).encode(x=x, y=y, text=text)
        for dy, text in ((-24, alt.Text("region:N")), (26, alt.Text("part:Q", format=".0%")))
        for look in (
            {"color": colour("paper"), "stroke": colour("paper"), "strokeWidth": 5, "aria": False},
            {"color": colour("ink")},
        )
    ]
    notes = written(
        once(charts.routes),
        [(_("thick: too narrow"), "series-2"), (_("dotted: closed"), "muted")],
    )
    return alt.layer(lines, under, places, *texts, *notes)


EXPLORER = Explorer(
    slug="cut-a-route",
    title=_("Cut a route"),
    question=_("Plants stand together, and a route is closed. Who goes short?"),
    description=_(
        "A map of six regions and the routes between them. Each region’s disc is the fuller the "
        "more of its need arrives, which is written below it; the closed route is dotted, and the "
        "routes that let no more through are thick."
    ),
    kind="illustrative",
    chapter=14,
    height=300,
    controls=CONTROLS,
    named={
        "lost": _("Part of all need that does not arrive"),
        "short": _("Regions that go short"),
        "worst": _("Region worst off"),
        "least": _("Part of its need that arrives"),
        "gain": _("Gain from plants in one place"),
        "weeks": _("Weeks of closure that use up the gain"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Who is served first: here what arrives is shared as evenly as the routes allow."),
        _("Stocks and detours through other countries, which bridge the first weeks."),
        _("Plants that stop for want of one part, so that a small shortage becomes a large one."),
        _("Transport costs, which also speak for making things where they are needed."),
    ],
    sources=["ford1956", "ahlfeldt2019"],
)
