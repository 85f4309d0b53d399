"""Three indices of coordination, and the help that subsystems give one another, side by side."""

from typing import Any

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, listed
from nqpf.explorers.core.parts import Column, Control, Sentence, Value, plain_slider, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.coupling import (
    coordination_fan,
    coordination_standard,
    coordination_wang,
)
from nqpf.models.structure.synergy import gain_of_raising_all, gains_of_raising_one
from nqpf.numbers import plain
from nqpf.words import _

INDICES = {
    "usual": (_("usual"), coordination_standard),
    "wang": (_("Wang’s"), coordination_wang),
    "fan": (_("Fan’s"), coordination_fan),
}
NAMES = [name for name, _index in INDICES.values()]
SYSTEMS = [_("structure"), _("capacity"), _("security")]
AT_ONCE, ALONE = _("all at once"), _("each alone")
PARTS = [*SYSTEMS, _("together")]
BEST = 1.0


def scores(p: Settings) -> list[Scalar]:
    """Return the reader's three scores."""
    return [p.structure, p.capacity, p.security]


def show(p: Settings) -> View:
    """Return three indices of the scores, and what raising the scores adds, alone and at once."""
    found = {
        name: index(scores=scores(p), weights=[1.0, 1.0, 1.0])
        for name, (_words, index) in INDICES.items()
    }
    case = {
        "base_scores": scores(p),
        "raised_scores": [BEST] * len(SYSTEMS),
        "elasticity_of_substitution": p.elasticity_of_substitution,
    }
    alone, whole = gains_of_raising_one(**case), gain_of_raising_all(**case)
    summed = alone[0] + alone[1] + alone[2]
    readings = Sentence(
        _(
            "The three indices read {usual}, {wang} and {fan}; the coupling in them is "
            "{usual_coupling}, {wang_coupling} and {fan_coupling}."
        ),
        **{name: Value(index.degree, plain(2)) for name, index in found.items()},
        **{f"{name}_coupling": Value(index.coupling, plain(2)) for name, index in found.items()},
    )
    help_given = Sentence(
        _(
            "Raised to 1 one at a time, the others as they are, the three add {alone} to output; "
            "raised all at once they add {whole}. The difference, {synergy}, is their synergy. It "
            "changes with the elasticity; no index does."
        ),
        alone=Value(summed, plain(2)),
        whole=Value(whole, plain(2)),
        synergy=Value(whole - summed, plain(2)),
    )
    gauges = rows(
        (
            {
                "index": words,
                "coupling": found[name].coupling,
                "degree": found[name].degree,
                "level": found[name].level,
            }
            for name, (words, _index) in INDICES.items()
        ),
        index=Column(_("Index")),
        coupling=Column(_("Coupling"), plain(3)),
        degree=Column(_("Degree"), plain(3)),
        level=Column(_("Level"), plain(3)),
    )
    stacked = [*((ALONE, place, gain) for place, gain in enumerate(alone)), (AT_ONCE, 3, whole)]
    starts = [0.0, alone[0], alone[0] + alone[1], 0.0]
    bars = rows(
        (
            {"how": how, "part": PARTS[place], "start": start, "end": start + gain}
            for (how, place, gain), start in zip(stacked, starts, strict=True)
        ),
        how=Column(_("Raised")),
        part=Column(_("Subsystem")),
        start=Column(_("Starts at"), plain(3)),
        end=Column(_("Ends at"), plain(3)),
    )
    gap = rows(
        [{"how": AT_ONCE, "from": summed, "to": whole}],
        how=Column(_("Raised")),
        **{
            "from": Column(_("Sum of each alone"), plain(3)),
            "to": Column(_("All at once"), plain(3)),
        },
    )
    return View([readings, help_given], {"gauges": gauges, "bars": bars, "gap": gap})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return coupling, degree and level of three indices, and below them the gains as bars."""
    y = listed("index", NAMES, ticks=False, minExtent=76, maxExtent=76)
    title = _("● coupling, ◆ degree, ■ level")

    def mark(field: str, shape: str, hue: str, size: int) -> Any:
        x = across(field, title, [0, 1], ticks=[0, 0.2, 0.4, 0.6, 0.8, 1])
        marks = charts.gauges.mark_point(shape=shape, size=size, color=colour(hue), opacity=1)
        return marks.encode(x=x, y=y)

    reach = charts.gauges.mark_rule(color=colour("line"), strokeWidth=3).encode(
        x="coupling:Q", x2="level:Q", y=y
    )
    upper = alt.layer(
        reach,
        mark("level", "square", "series-6", 110),
        mark("coupling", "circle", "series-2", 110),
        mark("degree", "diamond", "series-1", 190),
    )
    hues = [colour("series-3"), colour("series-5"), colour("series-4"), colour("series-1")]
    rows_of = listed("how", [ALONE, AT_ONCE], ticks=False, minExtent=76, maxExtent=76)
    gains = charts.bars.mark_bar().encode(
        x=across("start", _("Added to output; the pale part is synergy"), [0, 0.95], ticks=5),
        x2="end:Q",
        y=rows_of,
        color=alt.Color(
            "part:N",
            sort=PARTS,
            title=None,
            scale=alt.Scale(domain=PARTS, range=hues),
            legend=alt.Legend(orient="bottom", columns=2, symbolType="square"),
        ),
    )
    gap = charts.gap.mark_bar(
        color=colour("paper"), opacity=0.55, height={"band": 0.4}, stroke=colour("ink")
    ).encode(x="from:Q", x2="to:Q", y=rows_of)
    return above_one_another(upper, gains + gap, heights=(96, 84))


def score(name: str, label: str, start: float) -> Control:
    """Return the slider of one subsystem's score."""
    return plain_slider(name, label, low=0.1, high=0.9, step=0.1, start=start, form=plain(1))


EXPLORER = Explorer(
    slug="four-gauges",
    title=_("What the degree cannot see"),
    question=_("Three indices claim to measure how well subsystems work together. Do they?"),
    description=_(
        "Above, a row for each of three published indices: its coupling, its level, and between "
        "them its degree. Below, two bars: what raising each subsystem alone adds to output, one "
        "after another, and what raising all at once adds; the second is longer by the synergy."
    ),
    kind="illustrative",
    chapter=18,
    controls=[
        score("structure", _("Score of structure"), 0.2),
        score("capacity", _("Score of capacity"), 0.3),
        score("security", _("Score of security"), 0.4),
        slider("elasticity_of_substitution", step=0.1, low=0.1, high=3.0, start=0.5),
    ],
    named={
        "alone": _("Added to output one at a time"),
        "whole": _("Added to output all at once"),
        "synergy": _("Synergy"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Where the scores come from: each is an index with choices of its own."),
        _("Any measurement of the elasticity: we know of none, so it is yours to choose."),
        _("Effects over time, by which one subsystem raises another later."),
    ],
    sources=["wang2021", "fan2024", "milgrom1995", "arrow1961"],
)
