"""Labourers, tools and objects in efficiency units: which upgrade pays, from weakest link on."""

from nqpf.algebra import Scalar, maximum, total, where
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import (
    above_one_another,
    across,
    curve_and_point,
    listed,
    named_colours,
    upward,
)
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
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.elements import (
    output_of_elements,
    perfect_substitutes_output,
    weakest_link_output,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

ELEMENTS = [_("Labourers"), _("Tools"), _("Objects")]
EQUAL_WEIGHTS = [1.0, 1.0, 1.0]
UPGRADE = 1.1


def output(p: Settings, elasticity: Scalar, upgraded: int | None = None) -> Scalar:
    """Return gross output at an elasticity, with one element's quality a tenth better or not."""
    return output_of_elements(
        qualities=[UPGRADE if place == upgraded else 1.0 for place in range(len(ELEMENTS))],
        amounts=[p.labourers, p.tools, p.objects],
        weights=EQUAL_WEIGHTS,
        elasticity_of_substitution=elasticity,
    )


BEST = [
    _("labourers"),
    _("tools"),
    _("labourers or tools, alike"),
    _("objects"),
    _("labourers or objects, alike"),
    _("tools or objects, alike"),
    _("any of the three, alike"),
]


def best_upgrade(gains: list[Scalar]) -> Scalar:
    """Return the position in BEST: which of the gains are as large as the largest."""
    most = maximum(*gains)
    parts = [
        2**place * where(most - gain < 1e-7, lambda: 1, lambda: 0)
        for place, gain in enumerate(gains)
    ]
    return total(parts) - 1


def show(p: Settings) -> View:
    """Return output, what each upgrade adds, and output for every elasticity."""
    here = output(p, p.elasticity_of_substitution)
    gains = [output(p, p.elasticity_of_substitution, place) / here - 1 for place in range(3)]
    units = {"qualities": EQUAL_WEIGHTS, "amounts": [p.labourers, p.tools, p.objects]}
    made = Sentence(
        _(
            "Gross output is {output}; a weakest link alone would allow {weakest}, perfect "
            "substitutes {substitutes}."
        ),
        output=Value(here, plain(2)),
        weakest=Value(weakest_link_output(**units), plain(2)),
        substitutes=Value(perfect_substitutes_output(**units, weights=EQUAL_WEIGHTS), plain(2)),
    )
    upgrade = Sentence(
        _(
            "Ten per cent better labourers add {labourers}, tools {tools}, objects {objects}: the "
            "best upgrade is {best}."
        ),
        labourers=Value(gains[0], percent(1)),
        tools=Value(gains[1], percent(1)),
        objects=Value(gains[2], percent(1)),
        best=word(best_upgrade(gains), BEST),
    )
    bars = rows(
        ({"element": element, "gain": gain} for element, gain in zip(ELEMENTS, gains, strict=True)),
        element=Column(_("Element made a tenth better")),
        gain=Column(_("What it adds to output"), percent(1)),
    )
    outputs = curve(
        "elasticity",
        grid(0.1, 5.0, 50),
        lambda elasticity: {"output": output(p, elasticity)},
        elasticity=Column(_("Elasticity of substitution"), plain(1)),
        output=Column(_("Gross output"), plain(2)),
    )
    point = rows(
        [{"at": p.elasticity_of_substitution, "output": here}],
        at=Column(_("Elasticity as set"), plain(1)),
        output=Column(_("Gross output"), plain(2)),
    )
    return View([made, upgrade], {"bars": bars, "outputs": outputs, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return bars of what each upgrade adds, above output for each elasticity."""
    bars = charts.bars.mark_bar().encode(
        y=listed("element", ELEMENTS),
        x=across("gain", _("What ten per cent better adds to output"), [0, 0.1], format="%"),
        color=named_colours("element", ELEMENTS, legend=False),
    )
    x = across("elasticity", _("Elasticity of substitution"), [0, 5])
    y = upward("output", _("Gross output"), [0, 5])
    curve = curve_and_point(charts.outputs, charts.point, x=x, y=y, hue=colour("series-4"))
    return above_one_another(bars, curve, heights=(100, 150))


def amount(name: str, label: str, start: float) -> Control:
    """Return the slider of an element, in efficiency units."""
    return plain_slider(name, label, low=0.5, high=5, step=0.5, start=start, form=plain(1))


EXPLORER = Explorer(
    slug="weakest-link",
    title=_("Weakest link or substitutes"),
    question=_("Tools are four times as good as the rest. What should be improved next?"),
    description=_(
        "Three bars: what ten per cent better labourers, tools or objects add to output. Below "
        "them output over the elasticity of substitution: it rises from the weakest link towards "
        "the mean."
    ),
    kind="illustrative",
    chapter=3,
    controls=[
        amount("labourers", _("Labourers: quality × number"), 1),
        amount("tools", _("Tools: quality × number"), 4),
        amount("objects", _("Objects: quality × amount"), 1),
        slider("elasticity_of_substitution", low=0.1, high=5, step=0.1, start=0.5, form=plain(1)),
    ],
    predict=Prediction(
        "labourers",
        _(
            "Labourers and objects stand at 1, tools at 4. How much does output rise if "
            "labourers become ten per cent better?"
        ),
        low=0,
        high=0.1,
        step=0.001,
    ),
    drag={"elasticity_of_substitution": "point.at"},
    named={
        "weakest": _("Gross output if the weakest link decides"),
        "substitutes": _("Gross output with perfect substitutes"),
        "best": _("Best upgrade"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What an upgrade costs: ten per cent better tools may be cheaper than better people."),
        _("Value added: output here is gross, because objects of labour are used up in it."),
        _("Pairs: one elasticity serves all, though skill may fit tools better than objects."),
    ],
    sources=["arrow1961", "milgrom1995"],
)
