"""Four levers are moved at once: what does each add, and what do only all together do?"""

from collections.abc import Sequence

import altair as alt

from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed, once
from nqpf.explorers.core.lattice import Lattice
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    plain_slider,
    radio,
    rows,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.scenario import BASELINE
from nqpf.models.scenario.contributions import contributions_of_levers
from nqpf.numbers import percent, plain
from nqpf.words import _

LEVERS = {
    "openness": _("openness"),
    "research_effort": _("research"),
    "log_variance": _("allocation"),
    "saving_end": _("saving"),
}
PACKAGES = {
    _("All four forward"): (1.5, 2.0, 0.0, 0.45),
    _("Half the openness, all else forward"): (0.5, 2.0, 0.0, 0.45),
    _("All four backward"): (0.5, 0.5, 0.2, 0.2),
}
RULERS = [_("Output in 2049, in times that of 2024"), _("Mean growth, in points a year")]
ORDERS = [_("moved first"), _("moved last")]
NAMES = [*LEVERS.values(), _("interplay"), _("all together")]


def computed(*, package: float, size: float, ruler: float) -> dict[str, float | Sequence[float]]:
    """Return what each lever adds under three rules; growth in percentage points."""
    goals = list(PACKAGES.values())[int(package)]
    moved = {
        name: BASELINE[name] + size * (goal - BASELINE[name])
        for name, goal in zip(LEVERS, goals, strict=True)
    }
    found = contributions_of_levers(moved, ruler="growth" if ruler else "level")
    scale = 100 if ruler else 1
    return {
        "first": [scale * part for part in found.first],
        "last": [scale * part for part in found.last],
        "average": [scale * part for part in found.average],
        "together": scale * found.together,
        "interplay": scale * found.interplay,
        "part": abs(found.interplay / found.together),
    }


CONTROLS = [
    select("package", _("What is moved"), PACKAGES),
    plain_slider(
        "size",
        _("How far, of the whole way"),
        low=0.1,
        high=1.0,
        step=0.1,
        start=1.0,
        form=percent(0),
    ),
    radio("ruler", _("Measured in"), RULERS),
]
LATTICE = Lattice(CONTROLS, computed)


def show(p: Settings) -> View:
    """Return what each lever adds, first, last and on average, and what is left over."""
    found = LATTICE.read(p)
    form = plain(2, signed=True)
    whole = Sentence(
        _(
            "Measured in {ruler}, all four together change the end by {together}. The sum of what "
            "each does alone leaves out {interplay} of that: {part} belongs to none of them."
        ),
        ruler=word(p.ruler, [_("times"), _("points of growth a year")]),
        together=Value(found["together"], form),
        interplay=Value(found["interplay"], form),
        part=Value(found["part"], percent(1)),
    )
    one = Sentence(
        _(
            "Openness adds {first} if it is moved first and {last} if it is moved last; on average "
            "over all orders {average}."
        ),
        first=Value(found["first"][0], form),
        last=Value(found["last"][0], form),
        average=Value(found["average"][0], form),
    )
    bars = [*found["average"], found["interplay"], found["together"]]
    kinds = [0] * len(LEVERS) + [1, 2]
    return View(
        [whole, one],
        {
            "bars": rows(
                (
                    {"lever": name, "kind": kind, "value": value}
                    for name, kind, value in zip(NAMES, kinds, bars, strict=True)
                ),
                lever=Column(_("Lever")),
                value=Column(_("Adds on average over all orders"), form),
            ),
            "orders": rows(
                (
                    {"lever": name, "when": when, "value": value}
                    for when, order in zip(ORDERS, ("first", "last"), strict=True)
                    for name, value in zip(LEVERS.values(), found[order], strict=True)
                ),
                lever=Column(_("Lever")),
                when=Column(_("Order")),
                value=Column(_("Adds"), form),
            ),
        },
    )


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar for each lever's average part, marks for first and last, and the whole."""
    x = across(
        "value",
        _("Change of the end; bar: average"),
        [-2.4, 2.4],
        ticks=[-2, -1, 0, 1, 2],
        format="+",
    )
    y = listed("lever", NAMES, labelLimit=130, minExtent=80)
    hue = alt.Color(
        "kind:N",
        legend=None,
        scale=alt.Scale(
            domain=[0, 1, 2], range=[colour("series-1"), colour("series-2"), colour("muted")]
        ),
    )
    bars = charts.bars.mark_bar(height={"band": 0.55}).encode(x=x, y=y, color=hue)
    orders = charts.orders.mark_point(size=70, opacity=1, strokeWidth=2, color=colour("ink"))
    orders = orders.encode(
        x=alt.X("value:Q"),
        y=y,
        shape=alt.Shape(
            "when:N",
            title=None,
            scale=alt.Scale(domain=ORDERS, range=["circle", "square"]),
        ),
    )
    nothing = once(charts.bars).mark_rule(color=colour("ink"), aria=False)
    return alt.layer(bars, nothing.encode(x=alt.datum(0)), orders)


EXPLORER = Explorer(
    slug="what-each-adds",
    title=_("What each lever adds"),
    question=_(
        "Four levers are moved at once. How much of the gain belongs to none of them alone?"
    ),
    description=_(
        "A bar for each of four levers: its part of the change of the end, on average over all "
        "orders of moving them. A circle and a square on each show its part if it is moved first "
        "or last. Below, a bar for the interplay and one for all together."
    ),
    kind="illustrative",
    chapter=19,
    height=300,
    controls=CONTROLS,
    named={
        "together": _("All four together"),
        "interplay": _("Left out by the sum of each alone"),
        "part": _("Part that belongs to none of them"),
        "first": _("Openness moved first"),
        "last": _("Openness moved last"),
        "average": _("Openness on average over all orders"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("China: the levers are chosen for teaching, none is estimated, and none is a forecast."),
        _("What it costs to move a lever, and whether one can be moved without another."),
        _("Sectors and demand: what only their structure could make work together is not here."),
    ],
    sources=["shapley1953", "solow1956", "nelson1966"],
)
