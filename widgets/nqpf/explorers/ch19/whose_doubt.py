"""All levers are uncertain at once: whose doubt makes the end uncertain?"""

from collections.abc import Sequence

import altair as alt

from nqpf.algebra import Many
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, written
from nqpf.explorers.core.lattice import Lattice
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, word
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.rank_sensitivity import first_order_indices
from nqpf.models.scenario import BASELINE, scenario_years
from nqpf.models.scenario.variance_of_levers import (
    all_combinations,
    low_middle_high,
    total_order_indices,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

LEVERS = {
    "openness": _("openness"),
    "absorption": _("absorption"),
    "research_effort": _("research effort"),
    "log_variance": _("dispersion of firms"),
    "saving_end": _("saving in 2049"),
    "human_capital_growth": _("growth of skills"),
}
KNOWLEDGE = ("openness", "absorption", "research_effort")
WORDS = list(LEVERS.values())


def computed(
    *, knowledge: float, inputs: float, proximity: float
) -> dict[str, float | Sequence[float]]:
    """Return both parts of each lever in the variance of the end, and its place by size."""
    spreads = {name: knowledge if name in KNOWLEDGE else inputs for name in LEVERS}
    values = low_middle_high(spreads, levers={"proximity": proximity})
    combinations = all_combinations(values)
    moved = {name: Many(column) for name, column in combinations.items()}
    end = scenario_years({"proximity": proximity, **moved})[-1].output.numbers
    levels = [len(listed) for listed in values.values()]
    alone = first_order_indices([[value] for value in end], levels=levels)
    total = total_order_indices(end, levels=levels)
    order = sorted(range(len(total)), key=lambda place: round(total[place], 6), reverse=True)
    return {
        "alone": alone,
        "total": total,
        "place": [order.index(number) + 1 for number in range(len(total))],
        "top": order[0],
        "most": alone[order[0]],
        "joint": 1 - sum(alone),
        "low": min(end),
        "high": max(end),
    }


CONTROLS = [
    plain_slider(
        "knowledge",
        _("Doubt about openness, absorption and research"),
        low=0.1,
        high=0.5,
        step=0.2,
        start=0.3,
        form=percent(0),
    ),
    plain_slider(
        "inputs",
        _("Doubt about allocation, saving and skills"),
        low=0.1,
        high=0.5,
        step=0.2,
        start=0.3,
        form=percent(0),
    ),
    plain_slider(
        "proximity",
        _("Productivity in 2024, over the frontier’s"),
        low=0.3,
        high=0.9,
        step=0.15,
        start=BASELINE["proximity"],
        form=percent(0),
    ),
]
LATTICE = Lattice(CONTROLS, computed, decimals=5)


def show(p: Settings) -> View:
    """Return how far all combinations spread, and whose doubt makes them spread."""
    found = LATTICE.read(p)
    spread = Sentence(
        _("In all 729 combinations output in 2049 is between {low} and {high} times that of 2024."),
        low=Value(found["low"], plain(2)),
        high=Value(found["high"], plain(2)),
    )
    whose = Sentence(
        _(
            "To know {top} exactly would take away {most} of the variance, on average; {joint} "
            "of it is due to levers that act on one another."
        ),
        top=word(found["top"], WORDS),
        most=Value(found["most"], percent(0)),
        joint=Value(found["joint"], percent(1)),
    )
    bars = rows(
        (
            {
                "lever": words,
                "place": found["place"][number],
                "alone": found["alone"][number],
                "total": found["total"][number],
            }
            for number, words in enumerate(WORDS)
        ),
        lever=Column(_("Lever")),
        place=Column(_("Place by size"), plain(0)),
        alone=Column(_("Part of the variance by itself"), percent(1)),
        total=Column(_("Part with all others"), percent(1)),
    )
    return View([spread, whose], {"bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return for each lever a bar of its own part and a mark at its part with all others."""
    x = across(
        "alone",
        _("Part of the variance of output in 2049"),
        [0, 1],
        ticks=[0, 0.25, 0.5, 0.75, 1],
        format="%",
    )
    scale = alt.Scale(domain=list(range(1, len(WORDS) + 1)), paddingInner=0.1)
    y = alt.Y("place:O", title=None, axis=None, scale=scale)
    bars = charts.bars.mark_bar(height=12, yOffset=7, color=colour("series-1")).encode(x=x, y=y)
    total = charts.bars.mark_tick(
        height=20, thickness=3, yOffset=7, color=colour("series-2"), opacity=1
    ).encode(x=alt.X("total:Q"), y=y)
    names = charts.bars.mark_text(align="left", x=4, yOffset=-9, color=colour("ink")).encode(
        y=y, text=alt.Text("lever:N")
    )
    named = written(
        charts.bars,
        [(_("bar: by itself"), "series-1"), (_("mark: with all others"), "series-2")],
        side="right",
        top=200,  # sorted bars leave the lower corner free
    )
    return alt.layer(bars, total, names, *named)


EXPLORER = Explorer(
    slug="whose-doubt",
    title=_("Whose doubt?"),
    question=_("All levers are uncertain at once. Which of them would be most worth knowing?"),
    description=_(
        "A bar for each of six levers, the longest at the top: the part of the variance of output "
        "in 2049 that it causes by itself. A mark on each, with all others counted, lies at the "
        "bar’s end, and clearly beyond it only for openness and absorption."
    ),
    kind="illustrative",
    chapter=19,
    height=330,
    controls=CONTROLS,
    named={
        "low": _("Lowest output in 2049, 2024 = 1"),
        "high": _("Highest output in 2049, 2024 = 1"),
        "top": _("Lever to know first"),
        "most": _("Variance that knowing it takes away"),
        "joint": _("Variance due to levers that act on one another"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("China: the levers are chosen for teaching, none is estimated, and none is a forecast."),
        _("Levers that err together: here each is low, middle or high whatever the others are."),
        _("Doubt about the machine itself, which may be larger than that about its numbers."),
    ],
    sources=["sobol2001", "homma1996", "solow1956"],
)
