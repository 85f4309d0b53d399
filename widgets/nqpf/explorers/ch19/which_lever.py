"""Every lever is moved by the same part: which moves the end of the scenario most?"""

from collections.abc import Sequence

import altair as alt

from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, named_colours, once
from nqpf.explorers.core.lattice import Lattice
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.scenario import BASELINE
from nqpf.models.scenario.scenario_uncertainty import effects_of_levers
from nqpf.numbers import percent, plain
from nqpf.words import _

PART = 0.2
LEVERS = {
    "openness": _("openness"),
    "research_effort": _("research effort"),
    "saving_end": _("saving in 2049"),
    "log_variance": _("dispersion of firms"),
    "depreciation": _("depreciation of capital"),
    "human_capital_growth": _("growth of skills"),
    "labour_growth": _("fall of labour"),
    "frontier_growth": _("growth of the frontier"),
}
WORDS = list(LEVERS.values())
WAYS = [_("a fifth less"), _("a fifth more")]


def computed(**levers: float) -> dict[str, float | Sequence[float]]:
    """Return both effects of every lever, and its place when they are sorted by size."""
    found = effects_of_levers(levers, names=list(LEVERS), part=PART)
    widths = [round(abs(one.more - one.less), 6) for one in found]
    order = sorted(range(len(widths)), key=widths.__getitem__, reverse=True)
    return {
        "less": [one.less for one in found],
        "more": [one.more for one in found],
        "place": [order.index(number) + 1 for number in range(len(found))],
        "first": order[0],
        "width": widths[order[0]],
    }


CONTROLS = [
    slider("absorption", step=0.02, low=0.0, high=0.04, form=percent(0)),
    plain_slider(
        "proximity",
        _("Productivity in 2024, over the frontier’s"),
        low=0.3,
        high=0.9,
        step=0.15,
        start=BASELINE["proximity"],
        form=percent(0),
    ),
    slider("research_returns", step=0.25, low=0.25, high=1.0),
    slider("own_invention", step=0.004, low=0.004, high=0.012, form=percent(1)),
]
LATTICE = Lattice(CONTROLS, computed)


def show(p: Settings) -> View:
    """Return which lever moves output most, and the bars of all in their order."""
    found = LATTICE.read(p)
    places = dict(zip(LEVERS, found["place"], strict=True))
    sentence = Sentence(
        _(
            "Of these eight levers {first} moves output in 2049 most: a fifth less and a fifth "
            "more lie {width} apart. Openness is number {openness}, research effort number "
            "{research}."
        ),
        first=word(found["first"], WORDS),
        width=Value(found["width"], percent(1)),
        openness=Value(places["openness"], plain(0)),
        research=Value(places["research_effort"], plain(0)),
    )
    bars = rows(
        (
            {
                "lever": words,
                "way": way,
                "place": found["place"][number],
                "change": found[name][number],
            }
            for number, words in enumerate(WORDS)
            for way, name in zip(WAYS, ("less", "more"), strict=True)
        ),
        lever=Column(_("Lever")),
        way=Column(_("Moved by")),
        place=Column(_("Place by size"), plain(0)),
        change=Column(_("Change of output in 2049"), percent(1, signed=True)),
    )
    return View([sentence], {"bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return two bars from zero for each lever, its name above them, the largest at the top."""
    x = across(
        "change", _("Change of output in 2049"), [-0.15, 0.15], ticks=[-0.1, 0, 0.1], format="+%"
    )
    scale = alt.Scale(domain=list(range(1, len(WORDS) + 1)), paddingInner=0.1)
    y = alt.Y("place:O", title=None, axis=None, scale=scale)
    bars = charts.bars.mark_bar(height=11, yOffset=6).encode(
        x=x.stack(None), y=y, color=named_colours("way", WAYS)
    )
    names = charts.bars.transform_filter("datum.row % 2 === 0").mark_text(
        align="left", x=4, yOffset=-9, color=colour("ink")
    )
    nothing = once(charts.bars).mark_rule(color=colour("ink"), aria=False)
    return alt.layer(
        bars, nothing.encode(x=alt.datum(0)), names.encode(y=y, text=alt.Text("lever:N"))
    )


EXPLORER = Explorer(
    slug="which-lever",
    title=_("Which lever?"),
    question=_("Every lever is moved by a fifth. Which moves the end of the scenario most?"),
    description=_(
        "Two bars from zero for each of eight levers, sorted so that the longest stand at the top: "
        "what a fifth less and a fifth more of it does to output in 2049. Openness comes higher "
        "the further the frontier is, research the nearer."
    ),
    kind="illustrative",
    chapter=19,
    height=360,
    controls=CONTROLS,
    named={
        "first": _("Lever that moves output most"),
        "width": _("Distance of a fifth less and a fifth more"),
        "openness": _("Place of openness"),
        "research": _("Place of research effort"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("China: the levers are chosen for teaching, none is estimated, and none is a forecast."),
        _("What a fifth of a lever costs: it may be cheap for one and out of reach for another."),
        _("Levers that move together; here one moves and all others stay."),
    ],
    sources=["solow1956", "hsieh2009", "nelson1966"],
)
