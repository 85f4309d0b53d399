"""A small sector fails: what its sales say the loss is, and what substitutes make of it."""

import altair as alt

from nqpf.algebra import Scalar, exp, where
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import across, curves_and_points, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.structure.shocks import exact_loss, first_order_loss
from nqpf.numbers import percent, plain
from nqpf.words import _


def losses(p: Settings, fall: Scalar) -> dict[str, Scalar]:
    """Return the loss of output by both accounts, as positive fractions."""
    case = {"sales_share": p.sales_share, "productivity_fall": fall}
    return {
        "sales": 1 - exp(first_order_loss(**case)),
        "exact": -exact_loss(sector_elasticity=p.sector_elasticity, **case),
    }


def show(p: Settings) -> View:
    """Return both losses in words, and for every size of the fall."""
    here = losses(p, p.productivity_fall)
    sentence = Sentence(
        _(
            "A sector with {share} of sales loses {fall} of its productivity. Its sales say that "
            "output falls by {sales}; with an elasticity of {elasticity} it falls by {exact}."
        ),
        share=Value(p.sales_share, percent(0)),
        fall=Value(p.productivity_fall, percent(0)),
        sales=Value(here["sales"], percent(1)),
        elasticity=Value(p.sector_elasticity, plain(2)),
        exact=Value(here["exact"], percent(1)),
    )
    times = Sentence(
        _("That is {times} times what the sales say; the gap is marked."),
        times=Value(
            where(here["sales"] > 0, lambda: here["exact"] / here["sales"], lambda: 1.0), plain(1)
        ),
    )
    lines = curve(
        "fall",
        grid(0, 0.5, 26),
        lambda fall: losses(p, fall),
        fall=Column(_("Fall of the sector’s productivity"), percent(0)),
        sales=Column(_("Loss as the sales share says"), percent(1)),
        exact=Column(_("Loss with these substitutes"), percent(1)),
    )
    point = rows(
        [{"at": p.productivity_fall, **here}],
        at=Column(_("Fall set"), percent(0)),
        sales=Column(_("Loss as the sales share says"), percent(1)),
        exact=Column(_("Loss with these substitutes"), percent(1)),
    )
    return View([sentence, times], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the two losses against the fall, with the reader's point on each."""
    tenths = [0, 0.1, 0.2, 0.3, 0.4, 0.5]
    fall = _("Fall of the sector’s productivity")
    x = across("fall", fall, [0, 0.5], ticks=tenths, format="%")
    layers = curves_and_points(
        charts.lines,
        charts.point,
        x=x,
        y=lambda name: upward(name, _("Fall of output"), [0, 0.5], ticks=tenths, format="%"),
        lines=[("exact", "series-1", [1, 0]), ("sales", "series-2", [6, 4])],
    )
    gap = charts.point.mark_rule(color=colour("ink"), strokeWidth=2).encode(
        x=alt.X("at:Q"),
        y=upward("sales", _("Fall of output"), [0, 0.5], ticks=tenths, format="%"),
        y2="exact:Q",
    )
    layers.insert(0, gap)
    layers += written(
        charts.lines,
        [
            (_("solid: with these substitutes"), "series-1"),
            (_("dashed: as the sales share says"), "series-2"),
        ],
        side="above",
    )
    return alt.layer(*layers)


EXPLORER = Explorer(
    slug="small-sector-large-loss",
    title=_("A small sector, a large loss"),
    question=_("A sector sells 4% of a country’s output, and falters. How much can that cost?"),
    description=_(
        "Two curves of the fall of output against the fall of one sector’s productivity. The "
        "dashed one follows the sector’s sales; the solid one bends up the more, the worse other "
        "things can take the sector’s place."
    ),
    kind="illustrative",
    chapter=13,
    controls=[
        slider("sector_elasticity", step=0.02, low=0.04, high=2.0, start=0.04),
        slider("productivity_fall", step=0.01, low=0.0, high=0.5, start=0.3),
        slider("sales_share", step=0.01, low=0.01, high=0.2, start=0.04),
    ],
    drag={"productivity_fall": "point.at"},
    named={
        "times": _("Loss, over what the sales say"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Time: the elasticity is low in the first weeks and grows as buyers find other ways."),
        _("Stocks, which spare the first days, and firms that fail for good."),
        _("Workers and machines that move to where they are short; here nothing moves."),
    ],
    sources=["hulten1978", "baqaee2019"],
    predict=Prediction(
        "exact",
        _(
            "A sector sells 4% of a country’s output. It loses 30% of its productivity, and hardly "
            "anything can take its place (an elasticity of 0.04). By how much does output fall?"
        ),
        low=0,
        high=0.3,
        step=0.005,
    ),
)
