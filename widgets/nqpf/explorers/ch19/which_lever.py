"""A fifth more or less of each lever of the scenario, and which of them moves output most."""

from collections.abc import Sequence

import altair as alt

from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed, named_colours, once
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
    "depreciation": _("depreciation"),
    "human_capital_growth": _("growth of skills"),
    "labour_growth": _("fall of labour"),
    "frontier_growth": _("growth of frontier"),
}
WORDS = list(LEVERS.values())
WAYS = [_("a fifth less"), _("a fifth more")]


def computed(**levers: float) -> dict[str, float | Sequence[float]]:
    """Return both effects of every lever, and which two move output most."""
    found = effects_of_levers(levers, names=list(LEVERS), part=PART)
    widths = [abs(one.more - one.less) for one in found]
    order = sorted(range(len(widths)), key=widths.__getitem__, reverse=True)
    place = {name: order.index(number) + 1 for number, name in enumerate(LEVERS)}
    return {
        "less": [one.less for one in found],
        "more": [one.more for one in found],
        "first": order[0],
        "width": widths[order[0]],
        "research_place": place["research_effort"],
        "openness_place": place["openness"],
    }


CONTROLS = [
    slider("absorption", step=0.01, low=0.01, high=0.05, form=percent(0)),
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
    """Return which lever moves output most, and the bars of all."""
    found = LATTICE.read(p)
    sentence = Sentence(
        _(
            "Of these eight levers {first} moves output in 2049 most: a fifth less and a fifth "
            "more lie {width} apart. Openness is number {openness}, research effort number "
            "{research}."
        ),
        first=word(found["first"], WORDS),
        width=Value(found["width"], percent(1)),
        openness=Value(found["openness_place"], plain(0)),
        research=Value(found["research_place"], plain(0)),
    )
    bars = rows(
        (
            {"lever": words, "way": way, "change": found[name][place]}
            for place, words in enumerate(WORDS)
            for way, name in zip(WAYS, ("less", "more"), strict=True)
        ),
        lever=Column(_("Lever")),
        way=Column(_("Moved by")),
        change=Column(_("Change of output in 2049"), percent(1, signed=True)),
    )
    return View([sentence], {"bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return two bars from zero for each lever, a fifth less and a fifth more of it."""
    x = across("change", _("Change of output in 2049"), [-0.2, 0.2], ticks=4, format="%")
    y = listed("lever", WORDS, labelLimit=130, minExtent=120)
    bars = charts.bars.mark_bar().encode(
        x=x.stack(None), y=y, color=named_colours("way", WAYS), yOffset=alt.YOffset("way:N")
    )
    nothing = once(charts.bars).mark_rule(color=colour("ink"), aria=False)
    return alt.layer(bars, nothing.encode(x=alt.datum(0)))


EXPLORER = Explorer(
    slug="which-lever",
    title=_("Which lever?"),
    question=_("Every lever is moved by a fifth. Which moves the end of the scenario most?"),
    description=_(
        "Two bars from zero for each of eight levers: what a fifth less and a fifth more of it "
        "does to output in 2049. Bars of openness grow with the distance to the frontier."
    ),
    kind="illustrative",
    chapter=19,
    height=300,
    controls=CONTROLS,
    show=show,
    draw=draw,
    left_out=[
        _("China: the levers are chosen for teaching, none is estimated, and none is a forecast."),
        _("What a fifth of a lever costs: it may be cheap for one and out of reach for another."),
        _("Levers that move together; here one moves and all others stay."),
    ],
    sources=["solow1956", "hsieh2009", "nelson1966"],
)
