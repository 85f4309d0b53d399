"""Mine, parts, cars: support one stage of a chain, and see whether output rises or falls."""

import altair as alt

from nqpf.algebra import where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed, numbers, once
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.structure.small_networks import gains_of_support
from nqpf.numbers import percent, plain
from nqpf.words import _

STAGES = [_("Mine"), _("Parts"), _("Cars")]
EVEN = 1e-9


def show(p: Settings) -> View:
    """Return what 100 yuan of support add at each stage, net of the tax that pays for them."""
    gains = gains_of_support(
        stage_input_share=p.stage_input_share,
        first_link_wedge=p.first_link_wedge,
        second_link_wedge=p.second_link_wedge,
    )
    mine, parts, cars = (100 * gain for gain in gains)
    level = (abs(mine) < EVEN) & (abs(parts) < EVEN) & (abs(cars) < EVEN)
    best = where(
        level,
        lambda: 3,
        lambda: where(
            (mine >= parts - EVEN) & (mine >= cars - EVEN),
            lambda: 0,
            lambda: where(parts >= cars - EVEN, lambda: 1, lambda: 2),
        ),
    )
    sentence = Sentence(
        _(
            "100 yuan of support, paid for by a tax on all: spent on the mine they change output "
            "by {mine} yuan, on parts by {parts}, on cars by {cars}. {best}."
        ),
        mine=Value(mine, plain(1, signed=True)),
        parts=Value(parts, plain(1, signed=True)),
        cars=Value(cars, plain(1, signed=True)),
        best=word(
            best,
            [
                _("The mine gains most"),
                _("Parts gain most"),
                _("Cars gain most"),
                _("No stage is worth support"),
            ],
        ),
    )
    stages = rows(
        [
            {"stage": name, "gain": gain}
            for name, gain in zip(STAGES, (mine, parts, cars), strict=True)
        ],
        stage=Column(_("Stage")),
        gain=Column(_("Change of output, yuan of 100"), plain(1)),
    )
    return View([sentence], {"stages": stages})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar a stage, to the right where support adds and to the left where it costs."""
    y = listed("stage", STAGES, ticks=False)
    ends = [-60, 160]
    x = across(
        "gain", _("Change of output for 100 yuan of support"), ends, ticks=[-50, 0, 50, 100, 150]
    )
    bars = charts.stages.mark_bar(color=colour("series-1"), height={"band": 0.6}).encode(
        x=x, x2=alt.X2Datum(0), y=y
    )
    nothing = charts.stages.mark_rule(aria=False).encode(x=alt.datum(0))
    sizes = numbers(charts.stages, "gain", y=y, at=157, format="+.1f")
    notes = [
        once(charts.stages)
        .mark_text(align=side, y=-10, fontWeight="bold", color=colour("series-1"))
        .encode(x=alt.datum(at), text=alt.value(words))
        for side, at, words in (("left", 5, _("output rises")), ("right", -5, _("output falls")))
    ]
    return alt.layer(bars, nothing, sizes, *notes)


EXPLORER = Explorer(
    slug="where-support-helps",
    title=_("Where support helps"),
    question=_("A mine sells to a maker of parts, and that to a maker of cars. Whom to support?"),
    description=_(
        "Three bars for the stages of a chain: to the right of zero where support adds more to "
        "output than it costs, to the left where it adds less."
    ),
    kind="illustrative",
    chapter=13,
    height=200,
    controls=[
        slider(
            "first_link_wedge", step=0.05, form=percent(0), label=_("Wedge between mine and parts")
        ),
        slider(
            "second_link_wedge", step=0.05, form=percent(0), label=_("Wedge between parts and cars")
        ),
        slider("stage_input_share", step=0.05, low=0.1, high=0.9),
    ],
    named={
        "best": _("Where support does most"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("How anyone would know the wedges; lobbies will report theirs as large."),
        _("Large support: the answer is for the first yuan, before the stage has grown."),
        _("Buyers abroad, who take part of the gain, and suppliers abroad, who take its place."),
        _("Networks with loops, where a stage is both before and after another."),
    ],
    sources=["liu2019"],
)
