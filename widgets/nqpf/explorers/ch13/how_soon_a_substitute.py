"""A sector of China's table fails: three accounts of the loss, by how good the substitutes are."""

import altair as alt

from nqpf.algebra import Scalar, exp, lookup
from nqpf.explorers.ch13._table import CHINA, LOWER, SECTORS
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, curves_and_points, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, rows, select, slider, word
from nqpf.models.structure.linkages import domar_weights
from nqpf.models.structure.shocks import exact_loss, first_order_loss, second_order_loss
from nqpf.numbers import percent, plain
from nqpf.words import _

WEIGHTS = domar_weights(CHINA.output, final_output=sum(CHINA.value_added))
MOST = 0.3
# Equal steps of a ratio, so that weeks are seen beside years.
ELASTICITIES = [round(0.04 * 50 ** (step / 40), 6) for step in range(41)]


def losses(p: Settings, elasticity: Scalar) -> dict[str, Scalar]:
    """Return the loss of output by three accounts, as positive fractions."""
    case = {
        "sales_share": lookup(WEIGHTS, p.failing),
        "productivity_fall": p.productivity_fall,
    }
    return {
        "sales": 1 - exp(first_order_loss(**case)),
        "second": 1 - exp(second_order_loss(sector_elasticity=elasticity, **case)),
        "exact": -exact_loss(sector_elasticity=elasticity, **case),
    }


def show(p: Settings) -> View:
    """Return the three losses in words, and over all elasticities."""
    here = losses(p, p.sector_elasticity)
    sentence = Sentence(
        _(
            "{sector} sells {weight} of GDP. If its productivity falls by {fall}, its sales say "
            "{sales} of output; with the curve’s bend at the start counted it is {second}, and "
            "with an elasticity of {elasticity} all the way {exact}."
        ),
        sector=word(p.failing, SECTORS),
        weight=Value(lookup(WEIGHTS, p.failing), percent(1)),
        fall=Value(p.productivity_fall, percent(0)),
        sales=Value(here["sales"], percent(1)),
        second=Value(here["second"], percent(1)),
        elasticity=Value(p.sector_elasticity, plain(2)),
        exact=Value(here["exact"], percent(1)),
    )
    heads = {
        "sales": Column(_("Loss as the sales share says"), percent(1)),
        "second": Column(_("Loss to the second order"), percent(1)),
        "exact": Column(_("Loss in full"), percent(1)),
    }
    lines = curve(
        "elasticity",
        ELASTICITIES,
        lambda elasticity: losses(p, elasticity),
        elasticity=Column(_("Elasticity of substitution"), plain(2)),
        **heads,
    )
    point = rows(
        [{"at": p.sector_elasticity, **here}],
        at=Column(_("Elasticity set"), plain(2)),
        **heads,
    )
    return View([sentence], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return three losses against the elasticity, on a scale of ratios."""
    x = across(
        "elasticity",
        _("Elasticity of substitution"),
        [0.04, 2],
        ticks=[0.05, 0.1, 0.2, 0.5, 1, 2],
        ratios=True,
        format="~g",
    )
    layers = curves_and_points(
        charts.lines,
        charts.point,
        x=x,
        y=lambda name: upward(
            name, _("Fall of output"), [0, MOST], ticks=[0, 0.1, 0.2, 0.3], format="%", cut="above"
        ),
        lines=[
            ("exact", "series-1", [1, 0]),
            ("second", "series-3", [2, 3]),
            ("sales", "series-2", [6, 4]),
        ],
        cut=True,
    )
    layers += written(
        charts.lines,
        [
            (_("solid: in full"), "series-1"),
            (_("dotted: to the second order"), "series-3"),
            (_("dashed: as sales say"), "series-2"),
        ],
        side="above",
    )
    return alt.layer(*layers)


EXPLORER = Explorer(
    slug="how-soon-a-substitute",
    title=_("How soon a substitute"),
    question=_("A sector fails. When is its share of sales a good guide to the loss?"),
    description=_(
        "Three lines of the fall of output against how well other things can take a sector’s "
        "place. The dashed one is level; the dotted and the solid one meet it near an elasticity "
        "of one and rise far above it, the solid one highest, as substitutes get worse."
    ),
    kind="illustrative",
    chapter=13,
    controls=[
        select("failing", _("Which sector fails"), SECTORS, start=LOWER.index(_("fuel"))),
        slider("productivity_fall", step=0.05, low=0.05, high=0.5, start=0.3),
        slider("sector_elasticity", step=0.02, low=0.04, high=2.0, start=0.1),
    ],
    drag={"sector_elasticity": "point.at"},
    sketch=Sketch(
        "lines.exact",
        _(
            "A sector fails, and other things take its place with more and more ease. How "
            "far does output fall? Draw it; equal steps across multiply."
        ),
        higher=_("Even a poor substitute saves more than you thought."),
        lower=_(
            "Without a substitute the loss is larger than you thought: all that needs the "
            "sector waits for it."
        ),
    ),
    named={
        "weight": _("Sales of the sector, of GDP"),
        "sales": _("Loss of output as the sales say"),
        "second": _("Loss of output to the second order"),
        "exact": _("Loss of output in full"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Who uses the sector: a shortage is shared by all uses as their value demands."),
        _("Which elasticity is the right one, and how it grows from weeks to years."),
        _("Imports and stocks, which take a sector’s place without any substitute."),
        _("Weights are those of China’s table of 2020; falls and elasticities are for teaching."),
    ],
    sources=["hulten1978", "baqaee2019", "input_output_2020_20"],
)
