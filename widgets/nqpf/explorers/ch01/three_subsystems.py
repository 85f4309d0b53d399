"""Three subsystems and the whole: what it loses when one of them is taken away."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import above_one_another, across, curve_and_point, listed, upward
from nqpf.explorers.core.parts import (
    Column,
    Control,
    Sentence,
    Value,
    curve,
    grid,
    plain_slider,
    rows,
)
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.coupling import coordination_standard
from nqpf.models.structure.synergy import output_of_subsystems
from nqpf.numbers import percent, plain
from nqpf.words import _

OFF = 0.2
SUBSYSTEMS = [_("structure"), _("capacity"), _("security")]
CASES = [_("as set"), *(_("no {name}").format(name=name) for name in SUBSYSTEMS)]


def whole(scores: list[Scalar], elasticity: Scalar) -> Scalar:
    """Return the output of the whole from the three levels."""
    return output_of_subsystems(scores=scores, elasticity_of_substitution=elasticity)


def cases(p: Settings, elasticity: Scalar) -> list[Scalar]:
    """Return the whole as the reader set it, and with each subsystem switched off in turn."""
    levels = [p.structure, p.capacity, p.security]
    switched = [
        [OFF if place == off else level for place, level in enumerate(levels)] for off in range(3)
    ]
    return [whole(levels, elasticity), *(whole(scores, elasticity) for scores in switched)]


def loss(p: Settings, elasticity: Scalar) -> Scalar:
    """Return the part of the whole that is lost without security."""
    as_set, *_others, without_security = cases(p, elasticity)
    return 1 - without_security / as_set


def show(p: Settings) -> View:
    """Return the four cases in words and as bars, and the loss for every elasticity."""
    values = cases(p, p.elasticity)
    index = coordination_standard(
        scores=[p.structure, p.capacity, p.security], weights=[1.0, 1.0, 1.0]
    ).degree
    result = Sentence(
        _(
            "The whole stands at {whole}. Switched off, structure would cost {structure_loss} of "
            "it, capacity {capacity_loss} and security {security_loss}."
        ),
        whole=Value(values[0], percent(0)),
        structure_loss=Value(1 - values[1] / values[0], percent(0)),
        capacity_loss=Value(1 - values[2] / values[0], percent(0)),
        security_loss=Value(1 - values[3] / values[0], percent(0)),
    )
    measured = Sentence(
        _("A widely used index of coordination reads {degree}, at this elasticity and at any."),
        degree=Value(index, plain(2)),
    )
    bars = rows(
        (
            {"case": case, "output": value, "set": place == 0}
            for place, (case, value) in enumerate(zip(CASES, values, strict=True))
        ),
        case=Column(_("Case")),
        output=Column(_("The whole"), percent(0)),
    )
    losses = curve(
        "elasticity",
        grid(0.1, 3, 30),
        lambda elasticity: {"loss": loss(p, elasticity)},
        elasticity=Column(_("Elasticity of substitution"), plain(1)),
        loss=Column(_("Lost without security"), percent(0)),
    )
    here = rows(
        [{"at": p.elasticity, "loss": loss(p, p.elasticity)}],
        at=Column(_("Elasticity set above"), plain(1)),
        loss=Column(_("Lost without security"), percent(0)),
    )
    return View([result, measured], {"bars": bars, "losses": losses, "here": here})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return four bars above the curve of the loss on which the reader's elasticity is a point."""
    whole = _("The whole (1 = all three at their best)")
    bars = charts.bars.mark_bar().encode(
        y=listed("case", CASES, labelLimit=80),
        x=across("output", whole, [0, 1], format="%"),
        color=alt.Color(
            "set:N",
            legend=None,
            scale=alt.Scale(domain=[True, False], range=[colour("series-1"), colour("series-2")]),
        ),
    )
    x = across("elasticity", _("Elasticity of substitution"), [0, 3], ticks=6)
    y = upward("loss", _("Lost without security"), [0, 1], format="%")
    curve = curve_and_point(charts.losses, charts.here, x=x, y=y, hue=colour("series-2"))
    return above_one_another(bars, curve, heights=(110, 120))


def level(name: str, label: str, start: float) -> Control:
    """Return the slider of one subsystem; its lowest stop is the base level, which is off."""
    return plain_slider(name, label, low=OFF, high=1, step=0.1, start=start, form=percent(0))


EXPLORER = Explorer(
    slug="three-subsystems",
    title=_("Three subsystems, one whole"),
    question=_("Which subsystem does the whole miss most, and what decides it?"),
    description=_(
        "Four horizontal bars: the whole as set, and without structure, capacity or security. "
        "Below, a curve of what is lost without security: it falls as the subsystems replace one "
        "another more easily."
    ),
    kind="illustrative",
    chapter=1,
    controls=[
        level("structure", _("Structure (20% is off)"), 0.8),
        level("capacity", _("Capacity (20% is off)"), 0.8),
        level("security", _("Security (20% is off)"), 0.6),
        plain_slider(
            "elasticity",
            _("How easily they replace one another (elasticity of substitution)"),
            low=0.1,
            high=3,
            step=0.1,
            start=0.5,
            form=plain(1),
        ),
    ],
    drag={"elasticity": "here.at"},
    sketch=Sketch(
        "losses.loss",
        _(
            "The subsystems replace one another with more and more ease. How much is lost "
            "without security? Draw it."
        ),
        higher=_("Where one can stand in for another, a weak part costs less than you thought."),
        lower=_(
            "The harder they are to replace, the more one weak part holds down the whole: more "
            "than you thought."
        ),
    ),
    named={
        "whole": _("Level of the whole"),
        "structure_loss": _("Lost without structure"),
        "capacity_loss": _("Lost without capacity"),
        "degree": _("Index of coordination"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Where the levels come from, and what raising one of them costs."),
        _("That a subsystem can raise another one over time."),
        _("Any measurement of the elasticity: we know of none, so it is yours to choose."),
    ],
    sources=["gan2024", "arrow1961", "milgrom1995", "wang2021"],
)
