"""Four gauges of how three subsystems work together, and what three of them cannot see."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
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
    slider,
)
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.coupling import (
    coordination_fan,
    coordination_standard,
    coordination_wang,
    grade_of_coordination,
)
from nqpf.models.structure.synergy import (
    gain_of_raising_all,
    output_of_subsystems,
    synergy_of_subsystems,
)
from nqpf.numbers import plain
from nqpf.words import _

INDICES = {
    "usual": (_("usual index"), coordination_standard),
    "wang": (_("Wang’s index"), coordination_wang),
    "fan": (_("Fan’s index"), coordination_fan),
}
WHOLE = _("the whole")
GAUGES = [*(name for name, _index in INDICES.values()), WHOLE]
STEP = 0.1


def scores(p: Settings) -> list[Scalar]:
    """Return the reader's three scores."""
    return [p.structure, p.capacity, p.security]


def raised(p: Settings, elasticity: Scalar) -> dict[str, Scalar]:
    """Return what a step up of all scores adds at once, and what of it is their interplay."""
    case = {
        "base_scores": scores(p),
        "raised_scores": [score + STEP for score in scores(p)],
        "elasticity_of_substitution": elasticity,
    }
    return {"all": gain_of_raising_all(**case), "synergy": synergy_of_subsystems(**case)}


def show(p: Settings) -> View:
    """Return the four readings, and the interplay at every elasticity."""
    degrees = {
        name: index(scores=scores(p), weights=[1.0, 1.0, 1.0]).degree
        for name, (_words, index) in INDICES.items()
    }
    whole = output_of_subsystems(
        scores=scores(p), elasticity_of_substitution=p.elasticity_of_substitution
    )
    grades = {
        f"{name}_grade": Value(grade_of_coordination(degree=degree), plain(0))
        for name, degree in degrees.items()
    }
    readings = Sentence(
        _(
            "The usual index reads {usual}, grade {usual_grade} of ten; that of Wang and others "
            "{wang}, grade {wang_grade}; that of Fan and others {fan}, grade {fan_grade}."
        ),
        **{name: Value(degree, plain(3)) for name, degree in degrees.items()},
        **grades,
    )
    step = raised(p, p.elasticity_of_substitution)
    interplay = Sentence(
        _(
            "Raised by a tenth of the scale all at once, the three add {together} to the whole; "
            "one at a time they add {alone}. The interplay, {synergy}, changes with the "
            "elasticity; no index does."
        ),
        together=Value(step["all"], plain(3)),
        alone=Value(step["all"] - step["synergy"], plain(3)),
        synergy=Value(step["synergy"], plain(3, signed=True)),
    )
    bars = rows(
        (
            {"gauge": name, "reading": reading, "index": name != WHOLE}
            for name, reading in zip(GAUGES, [*degrees.values(), whole], strict=True)
        ),
        gauge=Column(_("Gauge")),
        reading=Column(_("Reading"), plain(3)),
    )
    line = curve(
        "elasticity",
        grid(0.1, 3, 30),
        lambda elasticity: {"synergy": raised(p, elasticity)["synergy"]},
        elasticity=Column(_("Elasticity of substitution"), plain(1)),
        synergy=Column(_("Interplay"), plain(3, signed=True)),
    )
    here = rows(
        [{"at": p.elasticity_of_substitution, "synergy": step["synergy"]}],
        at=Column(_("Elasticity set"), plain(1)),
        synergy=Column(_("Interplay"), plain(3, signed=True)),
    )
    return View([readings, interplay], {"bars": bars, "line": line, "here": here})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return four bars, and below them the interplay against the elasticity."""
    hues = alt.Scale(domain=[True, False], range=[colour("series-6"), colour("series-1")])
    bars = charts.bars.mark_bar().encode(
        y=listed("gauge", GAUGES, labelLimit=100),
        x=across("reading", _("Reading, from 0 to 1"), [0, 1]),
        color=alt.Color("index:N", legend=None, scale=hues),
    )
    x = across("elasticity", _("Elasticity of substitution"), [0, 3], ticks=6)
    y = upward("synergy", _("Interplay"), [-0.02, 0.1], ticks=[0, 0.05, 0.1])
    interplay = curve_and_point(charts.line, charts.here, x=x, y=y, hue=colour("series-1"))
    return above_one_another(bars, interplay, heights=(110, 110))


def score(name: str, label: str, start: float) -> Control:
    """Return the slider of one subsystem's score."""
    return plain_slider(name, label, low=0.1, high=0.9, step=0.1, start=start, form=plain(1))


EXPLORER = Explorer(
    slug="four-gauges",
    title=_("Four gauges of coordination"),
    question=_("Three indices claim to measure how well subsystems work together. Do they?"),
    description=_(
        "Four bars: three published indices of coordination and the output of a whole made of "
        "the subsystems. Below, a line of what raising all at once adds beyond raising each "
        "alone, against how easily they replace one another."
    ),
    kind="illustrative",
    chapter=18,
    controls=[
        score("structure", _("Score of structure"), 0.4),
        score("capacity", _("Score of capacity"), 0.5),
        score("security", _("Score of security"), 0.6),
        slider("elasticity_of_substitution", step=0.1, low=0.1, high=3.0, start=0.5),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Where the scores come from: each is an index with choices of its own."),
        _("Any measurement of the elasticity: we know of none, so it is yours to choose."),
        _("Effects over time, by which one subsystem raises another later."),
    ],
    sources=["wang2021", "fan2024", "milgrom1995", "arrow1961"],
)
