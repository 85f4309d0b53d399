"""Five layers laid over an industry, one on another: output after costs, and emissions."""

from collections.abc import Sequence

import altair as alt

from nqpf.algebra import Scalar, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import (
    above_one_another,
    across,
    listed,
    numbers,
    once,
    written,
)
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.structure.layers import (
    effect_of_layers,
    emissions_with_layers,
    output_with_layers,
    saving_that_keeps_emissions,
)
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
# What each adds at its full effect: the first ones are a base, and the later ones use it.
GAINS = [0.02, 0.03, 0.05, 0.08, 0.0]
ENDS = [0.68, 1.38]
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
    """Return what the layers bring one by one and together, and when greening is enough."""
    effects = effect_of_layers(layer_reach=[p.reach, 1.0, 1.0, 1.0, 1.0], layer_need=p.layer_need)
    ladder = steps(p, effects)
    first, fourth, last = ladder[1], ladder[-2], ladder[-1]
    whole = Sentence(
        _(
            "The first layer alone leaves {alone} of output after costs, the first four leave "
            "{digital}, and all five {output}. At {behind} of the first four steps output is still "
            "below where it began."
        ),
        alone=Value(first["output"], percent(1)),
        digital=Value(fourth["output"], percent(1)),
        output=Value(last["output"], percent(1)),
        behind=Value(
            total(where(step["output"] < 1, lambda: 1, lambda: 0) for step in ladder[1:-1]),
            plain(0),
        ),
    )
    made = output_with_layers(layer_effect=effects, layer_gains=GAINS)
    green = Sentence(
        _(
            "Making more, the industry emits {dirty} of what it did before greening and "
            "{emissions} after. To emit no more than at first, greening has to save {enough} of "
            "emissions for a unit of output; it saves {works}."
        ),
        dirty=Value(fourth["emissions"], percent(1)),
        emissions=Value(last["emissions"], percent(1)),
        enough=Value(saving_that_keeps_emissions(layered_output=made), percent(1)),
        works=Value(p.saved * effects[-1], percent(1)),
    )
    table = rows(
        ({"laid": name, **step} for name, step in zip(STEPS, ladder, strict=True)),
        laid=Column(_("Laid last")),
        **{name: Column(words, percent(1)) for name, words in PARTS.items()},
    )
    return View([whole, green], {"ladder": table})


def panel(charts, name: str, token: str, *, ends: bool):  # type: ignore[no-untyped-def]  # as draw
    """Return a bar for each layer laid, from 100% to what it leaves, with the number beside it."""
    y = listed("laid", STEPS, ticks=False, minExtent=96)
    title = _("Over what it was") if ends else None
    x = across(name, title, ENDS, ticks=[0.8, 1, 1.2], format="%", labels=ends)
    bars = charts.ladder.mark_bar(height={"band": 0.7}, color=colour(token)).encode(
        x=x, x2=alt.X2Datum(1), y=y
    )
    # A rule that names no scale of its own would pull the axis to zero.
    scale = alt.Scale(domain=ENDS, nice=False)
    before = (
        once(charts.ladder)
        .mark_rule(color=colour("ink"), aria=False)
        .encode(x=alt.datum(1, scale=scale))
    )
    shown = numbers(charts.ladder, name, y=y, at=ENDS[1], format=".1%")
    return alt.layer(
        bars, before, shown, *written(charts.ladder, [(PARTS[name], token)], side="above")
    )


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return what each layer leaves of output, above what it leaves of emissions."""
    upper = panel(charts, "output", "series-1", ends=False)
    lower = panel(charts, "emissions", "series-2", ends=True)
    return above_one_another(upper, lower, heights=(126, 126))


EXPLORER = Explorer(
    slug="five-layers",
    title=_("Five layers"),
    question=_("Five layers are laid over an industry, one on another. Do they pay, and when?"),
    description=_(
        "Twice six rows, from no layer to all five, each with a bar from what was before. "
        "Above, output after costs first falls, as the early layers cost more than they bring, and "
        "then rises. Below, emissions rise with what is made, and fall in the last row, where "
        "greening is laid."
    ),
    kind="illustrative",
    chapter=15,
    controls=[
        plain_slider(
            "reach",
            _("Part of firms that the first layer reaches"),
            low=0.1,
            high=1.0,
            step=0.05,
            start=0.8,
            form=percent(0),
        ),
        slider("layer_need", step=0.1, low=0.0, high=1.0, start=0.8, form=percent(0)),
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
            high=0.4,
            step=0.05,
            start=0.2,
            form=percent(0),
        ),
    ],
    named={
        "alone": _("Output with the first layer"),
        "digital": _("Output with the first four layers"),
        "output": _("Output with all five layers"),
        "behind": _("Steps with output below the start"),
        "dirty": _("Emissions before greening"),
        "emissions": _("Emissions after greening"),
        "enough": _("Saving of emissions that is needed"),
        "works": _("Saving of emissions that greening brings"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Time: a layer may first cost and pay later, as in Measured and true."),
        _("Emissions of what the layers themselves need: power, chips, data centres."),
        _("Cities: Huang joins the five with urbanisation, which moves people as well as plants."),
        _("Any industry: that the first layer adds 2% and the fourth 8% is chosen, not measured."),
    ],
    sources=["huang2024"],
)
