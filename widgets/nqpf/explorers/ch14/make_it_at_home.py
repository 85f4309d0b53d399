"""How much to make at home, as an insurance that costs more or less than a fair one."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, curve_and_point, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.security import best_home_share
from nqpf.numbers import percent, plain
from nqpf.words import _

DEAR = 1.5
"""Times the fair price at which the answer is given too."""


def best(p: Settings, cost: Scalar) -> Scalar:
    """Return the part to make at home if making all costs that part of income."""
    return best_home_share(crisis_chance=p.crisis_chance, crisis_loss=p.crisis_loss, home_cost=cost)


def show(p: Settings) -> View:
    """Return the fair price, and the best part to make at home at the reader's cost and at all."""
    fair = p.crisis_chance * p.crisis_loss
    here = best(p, p.home_cost)
    price = Sentence(
        _(
            "A crisis of chance {chance} that takes {loss} of income makes {fair} a fair price for "
            "making everything at home; it costs {cost}, or {times} times that."
        ),
        chance=Value(p.crisis_chance, percent(0)),
        loss=Value(p.crisis_loss, percent(0)),
        fair=Value(fair, percent(1)),
        cost=Value(p.home_cost, percent(1)),
        times=Value(p.home_cost / fair, plain(2)),
    )
    share = Sentence(
        _(
            "Who dislikes risk then does best to make {share} at home. At {dear} times the fair "
            "price the best part is {less}."
        ),
        share=Value(here, percent(0)),
        dear=Value(DEAR, plain(1)),
        less=Value(best(p, DEAR * fair), percent(0)),
    )
    part = Column(_("Best part to make at home"), percent(0))
    line = curve(
        "cost",
        grid(0.005, 0.2, 79),
        lambda cost: {"share": best(p, cost)},
        cost=Column(_("Cost of making all at home"), percent(2)),
        share=part,
    )
    point = rows(
        [{"at": p.home_cost, "share": here}], at=Column(_("Cost set"), percent(1)), share=part
    )
    fair_at = rows([{"at": fair}], at=Column(_("Fair price"), percent(1)))
    return View([price, share], {"line": line, "point": point, "fair": fair_at})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the best part against its cost, the reader's point, and an upright at a fair price."""
    x = across("cost", _("Cost of making all at home, of income"), [0, 0.2], format="%")
    y = upward("share", _("Best part to make at home"), [0, 1], format="%")
    fair = charts.fair.mark_rule(color=colour("series-2"), strokeDash=[6, 4], clip=True)
    here = curve_and_point(charts.line, charts.point, x=x, y=y, hue=colour("series-1"))
    named = [(_("dashed: the fair price"), "series-2"), (_("solid: the best part"), "series-1")]
    return alt.layer(fair.encode(x="at:Q"), here, *written(charts.line, named, side="above"))


EXPLORER = Explorer(
    slug="make-it-at-home",
    title=_("Make it at home?"),
    question=_("Does fear of a crisis mean that everything should be made at home?"),
    description=_(
        "A line of the best part to make at home against what that costs. Up to a fair price it "
        "is all; a little beyond, it falls fast, and soon it is nothing. A dashed upright marks "
        "the fair price, a point the cost set."
    ),
    kind="illustrative",
    chapter=14,
    controls=[
        slider("home_cost", step=0.005, low=0.005, high=0.2, start=0.04, form=percent(1)),
        slider("crisis_chance", step=0.01, low=0.02, high=0.2, start=0.1, form=percent(0)),
        slider("crisis_loss", step=0.05, low=0.3, high=0.65, start=0.4),
    ],
    drag={"home_cost": "point.at"},
    sketch=Sketch(
        "line.share",
        _(
            "To make all at home costs more and more. Which part is best made at home, as "
            "insurance? Draw it."
        ),
        higher=_("Beyond a fair price one insures less than you thought, and soon not at all."),
        lower=_("Up to a fair price it is best to be insured in full."),
    ),
    named={
        "times": _("Cost of making at home, over the fair price"),
        "less": _("Best part at 1.5 times the fair price"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Home production that fails too, as it does when the crisis is at home."),
        _("What firms ignore: if a shortage hurts others, the price they would pay is too low."),
        _("Other ways out: stocks, several suppliers, goods that do as well."),
    ],
    sources=["grossman2023"],
)
