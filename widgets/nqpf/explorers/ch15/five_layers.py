"""Five layers laid over an industry, one on another: output after costs, and emissions."""

import itertools
from collections.abc import Sequence

import altair as alt

from nqpf.algebra import Scalar, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, folded, listed, named_colours
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider
from nqpf.models.structure.layers import effect_of_layers, emissions_with_layers, output_with_layers
from nqpf.numbers import percent, plain
from nqpf.words import _

LAYERS = [
    _("informatisation"),
    _("digitalisation"),
    _("networking"),
    _("intelligence"),
    _("greening"),
]
STEPS = [_("none"), *LAYERS]
GAINS = [0.06, 0.06, 0.06, 0.06, 0.0]
ENDS = [0.4, 1.4]
PARTS = {"output": _("Output after costs"), "emissions": _("Emissions")}


def steps(p: Settings, effects: Sequence[Scalar]) -> list[dict[str, Scalar]]:
    """Return output after costs and emissions with none, one and up to all five layers."""
    cuts = [0.0] * (len(LAYERS) - 1) + [p.saved]
    found: list[dict[str, Scalar]] = [{"output": 1.0, "emissions": 1.0}]
    for count in range(1, len(LAYERS) + 1):
        laid = {"layer_effect": effects[:count], "layer_gains": GAINS[:count]}
        made = output_with_layers(**laid) - count * p.cost
        emitted = emissions_with_layers(**laid, layer_cuts=cuts[:count])
        found.append({"output": made, "emissions": emitted})
    return found


def show(p: Settings) -> View:
    """Return what all five layers bring, and every step on the way."""
    effects = effect_of_layers(layer_reach=[p.reach, 1.0, 1.0, 1.0, 1.0], layer_need=p.layer_need)
    ladder = steps(p, effects)
    last, before = ladder[-1], ladder[-2]
    whole = Sentence(
        _(
            "With all five layers the industry makes {output} of what it made, after their costs, "
            "and emits {emissions} of what it did; without the green layer it would emit {dirty}."
        ),
        output=Value(last["output"], percent(1)),
        emissions=Value(last["emissions"], percent(1)),
        dirty=Value(before["emissions"], percent(1)),
    )
    paying = total(
        where(above["output"] > below["output"], lambda: 1.0, lambda: 0.0)
        for below, above in itertools.pairwise(ladder[:-1])
    )
    count = Sentence(
        _(
            "Of the four layers that add to output {paying} bring more than they cost. The fourth "
            "works at {effect} of its full effect, as the first reaches {reach} of firms."
        ),
        paying=Value(paying, plain(0)),
        effect=Value(effects[3], percent(0)),
        reach=Value(p.reach, percent(0)),
    )
    table = rows(
        ({"laid": name, **step} for name, step in zip(STEPS, ladder, strict=True)),
        laid=Column(_("Laid last")),
        **{name: Column(words, percent(1)) for name, words in PARTS.items()},
    )
    return View([whole, count], {"ladder": table})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a row for each layer laid, with a circle of output and a square of emissions."""
    names = list(PARTS.values())
    x = across(
        "part",
        _("Over what it was"),
        ENDS,
        ticks=[0.4, 0.6, 0.8, 1, 1.2, 1.4],
        format="%",
    )
    shapes = alt.Scale(domain=names, range=["circle", "square"])
    marks = (
        folded(charts.ladder, PARTS, value="part")
        .mark_point(size=110, opacity=1, strokeWidth=2.5)
        .encode(
            x=x,
            y=listed("laid", STEPS, ticks=False),
            color=named_colours("name", names, columns=2),
            shape=alt.Shape("name:N", sort=names, title=None, scale=shapes),
        )
    )
    # A rule that names no scale of its own would pull the axis to zero.
    scale = alt.Scale(domain=ENDS, nice=False)
    before = charts.ladder.mark_rule(aria=False).encode(x=alt.datum(1, scale=scale))
    return before + marks


EXPLORER = Explorer(
    slug="five-layers",
    title=_("Five layers"),
    question=_("Five layers are laid over an industry, one on another. Does each still pay?"),
    description=_(
        "Six rows, from no layer to all five. A circle of output after costs moves right as long "
        "as a layer brings more than it costs; a square of emissions moves right with output, and "
        "left in the last row, where the green layer is laid."
    ),
    kind="illustrative",
    chapter=15,
    height=300,
    controls=[
        plain_slider(
            "reach",
            _("Part of firms that the first layer reaches"),
            low=0.1,
            high=1.0,
            step=0.05,
            start=1.0,
            form=percent(0),
        ),
        slider("layer_need", step=0.1, low=0.0, high=1.0, start=1.0, form=percent(0)),
        plain_slider(
            "cost",
            _("Cost of a layer a year, of output without any"),
            low=0.0,
            high=0.06,
            step=0.005,
            start=0.03,
            form=percent(1),
        ),
        plain_slider(
            "saved",
            _("Emissions for a unit of output that greening saves"),
            low=0.0,
            high=0.6,
            step=0.05,
            start=0.2,
            form=percent(0),
        ),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Time: a layer may first cost and pay later, as in Measured and true."),
        _("Layers that make the ones beneath them better, not only the other way round."),
        _("Emissions of what the layers themselves need: power, chips, data centres."),
        _("Any industry: each of four layers adds 6% to output by choice, and greening nothing."),
    ],
    sources=["huang2024"],
)
