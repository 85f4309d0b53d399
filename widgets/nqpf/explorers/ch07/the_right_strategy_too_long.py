"""Imitation carries far and stops short: when to change the strategy of catching up."""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.frontier import (
    best_switching_point,
    lasting_proximity,
    next_proximity,
    proximity_path,
)
from nqpf.numbers import percent, plain, points
from nqpf.words import _

YEARS = 60
STRATEGIES = {
    "imitation_invested": 0.06,
    "imitation_innovating": 0.035,
    "retention_invested": 0.9,
    "retention_innovating": 0.985,
}
BEST = best_switching_point(**STRATEGIES)
START, LATE = 0.2, 0.6
FRONTIER = 0.02


def pace(kind: str, proximity: Scalar, p: Settings) -> Scalar:
    """Return what a year of one strategy adds to proximity."""
    after = next_proximity(
        proximity=proximity,
        imitation=STRATEGIES[f"imitation_{kind}"],
        retention=STRATEGIES[f"retention_{kind}"],
        frontier_growth=p.frontier_growth,
    )
    return after - proximity


def show(p: Settings) -> View:
    """Return the path with the reader's change of strategy, and with the best one."""
    case = {"proximity": p.proximity, "frontier_growth": p.frontier_growth} | STRATEGIES
    yours = proximity_path(switching_point=p.switching_point, years=YEARS, **case)
    best = proximity_path(switching_point=BEST, years=YEARS, **case)
    trap, kept = (
        lasting_proximity(
            imitation=STRATEGIES[f"imitation_{kind}"],
            retention=STRATEGIES[f"retention_{kind}"],
            frontier_growth=p.frontier_growth,
        )
        for kind in ("invested", "innovating")
    )
    # Who innovates beyond the place where innovation comes to rest falls back towards it.
    reached = where(
        p.switching_point <= p.proximity,
        lambda: where(p.switching_point > kept, lambda: 3, lambda: 0),
        lambda: where(p.switching_point < trap, lambda: 1, lambda: 2),
    )
    plan = Sentence(
        _(
            "Imitation alone comes to rest at {trap} of the frontier, so a change planned for "
            "{switch} {comes}."
        ),
        trap=Value(trap, percent(1)),
        switch=Value(p.switching_point, percent(0)),
        comes=word(
            reached,
            [
                _("is made at once"),
                _("comes on the way"),
                _("never comes"),
                _("is made at once, then undone"),
            ],
        ),
    )
    ends = Sentence(
        _(
            "After {years} years this economy stands at {end} of the frontier. Had it changed at "
            "{best}, where innovation begins to bring more, it would stand at {best_end}."
        ),
        years=Value(YEARS, plain(0)),
        end=Value(yours[-1], percent(1)),
        best=Value(BEST, percent(1)),
        best_end=Value(best[-1], percent(1)),
    )
    paths = rows(
        (
            {"year": when, "yours": own, "best": other}
            for when, (own, other) in enumerate(zip(yours, best, strict=True))
        ),
        year=Column(_("Year"), plain(0)),
        yours=Column(_("Proximity with your change"), percent(1)),
        best=Column(_("Proximity with the best change"), percent(1)),
    )
    paces = curve(
        "near",
        grid(0.05, 1, 20),
        lambda near: {
            "invested": pace("invested", near, p),
            "innovating": pace("innovating", near, p),
        },
        near=Column(_("Proximity"), percent(1)),
        invested=Column(_("A year of imitation adds, points"), points(2)),
        innovating=Column(_("A year of innovation adds, points"), points(2)),
    )
    switch = rows(
        [{"at": p.switching_point}], at=Column(_("Proximity at which you change"), percent(0))
    )
    return View([plan, ends], {"paths": paths, "paces": paces, "switch": switch})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return two paths over time, above what a year of either strategy adds by proximity."""
    years = across("year", _("Year"), [0, YEARS], ticks=[0, 10, 20, 30, 40, 50, 60])
    quarters = [0, 0.25, 0.5, 0.75, 1]
    own, best = (
        upward(name, _("Proximity"), [0, 1], ticks=quarters, format="%")
        for name in ("yours", "best")
    )
    above = alt.layer(
        charts.paths.mark_line(color=colour("muted"), strokeDash=[6, 4]).encode(x=years, y=best),
        charts.paths.mark_line(color=colour("series-1"), strokeWidth=3).encode(x=years, y=own),
        *written(
            charts.paths,
            [
                (_("solid: your change of strategy"), "series-1"),
                (_("dashed: the best change"), "muted"),
            ],
            side="above",
        ),
    )
    near = across("near", _("Proximity (upright: your change)"), [0, 1], ticks=quarters, format="%")
    layers = []
    for name, token, dash in (("invested", "series-2", [6, 4]), ("innovating", "series-3", [1, 0])):
        gain = upward(name, _("A year adds"), [-0.09, 0.065], ticks=[-0.05, 0, 0.05], format="%")
        layers.append(
            charts.paces.mark_line(color=colour(token), strokeDash=dash, clip=True).encode(
                x=near, y=gain
            )
        )
    zero = charts.switch.mark_rule(color=colour("muted"), aria=False).encode(y=alt.datum(0))
    change = charts.switch.mark_rule(color=colour("series-1"), strokeWidth=3).encode(x="at:Q")
    notes = written(
        charts.paces,
        [
            (_("solid: innovation"), "series-3"),
            (_("dashed: imitation"), "series-2"),
        ],
        side="above",
    )
    return above_one_another(above, alt.layer(zero, *layers, change, *notes), heights=(168, 152))


EXPLORER = Explorer(
    slug="the-right-strategy-too-long",
    title=_("The right strategy, kept too long"),
    question=_("What took an economy this far: does it also take it to the frontier?"),
    description=_(
        "Above, two lines of proximity to the frontier over sixty years: with a late change of "
        "strategy the line stops half way, with the best change it goes on. Below, what a year of "
        "imitation and of innovation adds, by proximity: the lines cross early, and imitation’s "
        "falls to nothing half way."
    ),
    kind="illustrative",
    chapter=7,
    controls=[
        slider("switching_point", step=0.01, low=0.1, high=1.0, start=LATE, form=percent(0)),
        slider("proximity", step=0.05, low=0.05, high=0.9, start=START, form=percent(0)),
        slider("frontier_growth", step=0.005, low=0.02, high=0.05, start=FRONTIER, form=percent(1)),
    ],
    predict=Prediction(
        "end",
        _(
            "An economy starts at {start} of the frontier by imitation and will change to "
            "innovation at {late}. Where does it stand after {years} years?"
        ).format(start=percent(0).text(START), late=percent(0).text(LATE), years=YEARS),
        low=0.2,
        high=1,
        step=0.01,
    ),
    drag={"switching_point": "switch.at", "proximity": "paths.yours"},
    named={
        "trap": _("Level at which imitation alone comes to rest"),
        "comes": _("Change of strategy as planned"),
        "end": _("Level in the end, of the frontier"),
        "best_end": _("Level in the end with the best change"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Changing too soon, when firms cannot innovate yet: here a change costs nothing."),
        _("Why it comes too late: who gains from the old strategy has a say in the choice."),
        _("A frontier that others close: what may be imitated, sold and bought is given here."),
    ],
    sources=["acemoglu2006"],
)
