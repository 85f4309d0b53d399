"""Two regions of unequal size: a border comes down, and industry goes where the buyers are."""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, curves_and_points, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.allocation.moving_industry import (
    industry_of_small_region,
    local_income_that_decides,
    welfare_with_moving_industry,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

BEFORE, SPENDING = 1.6, 0.5


def industry(p: Settings, cost: Scalar) -> Scalar:
    """Return the part of industry in the small region at a border cost."""
    return industry_of_small_region(
        small_part=p.small_part, trade_cost=cost, trade_elasticity=p.trade_elasticity
    )


def gains(p: Settings, cost: Scalar) -> dict[str, Scalar]:
    """Return what both regions gain against the border that stood before."""
    case = {
        "small_part": p.small_part,
        "local_income": p.local_income,
        "trade_elasticity": p.trade_elasticity,
        "industry_spending": SPENDING,
    }
    now = welfare_with_moving_industry(trade_cost=cost, **case)
    then = welfare_with_moving_industry(trade_cost=BEFORE, **case)
    return {"small": now.small / then.small - 1, "large": now.large / then.large - 1}


def show(p: Settings) -> View:
    """Return what both regions gain, where industry stands, and the part that decides."""
    here = gains(p, p.trade_cost)
    decides = local_income_that_decides(
        small_part=p.small_part,
        cost_before=BEFORE,
        trade_cost=p.trade_cost,
        trade_elasticity=p.trade_elasticity,
        industry_spending=SPENDING,
    )
    whole = Sentence(
        _(
            "The border falls from {before} to {after}: the large region gains {large}, the small "
            "one {verb} {small}."
        ),
        before=Value(BEFORE, plain(2)),
        after=Value(p.trade_cost, plain(2)),
        large=Value(here["large"], percent(1)),
        verb=word(where(here["small"] < 0, lambda: 1, lambda: 0), [_("gains"), _("loses")]),
        small=Value(abs(here["small"]), percent(1)),
    )
    moved = Sentence(
        _(
            "Of all industry {then} stood in the small region, now {now}. It loses where more than "
            "{decides} of income comes with local industry."
        ),
        then=Value(industry(p, BEFORE), percent(1)),
        now=Value(industry(p, p.trade_cost), percent(1)),
        decides=Value(decides, percent(1)),
    )
    heads = {
        "small": Column(_("Gain of the small region"), percent(1, signed=True)),
        "large": Column(_("Gain of the large region"), percent(1, signed=True)),
    }
    lines = curve(
        "cost",
        grid(1.05, BEFORE, 56),
        lambda cost: gains(p, cost),
        cost=Column(_("Units sent for one to arrive"), plain(2)),
        **heads,
    )
    point = rows(
        [{"at": p.trade_cost, **here}],
        at=Column(_("Border set"), plain(2)),
        **heads,
    )
    return View([whole, moved], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return both gains against the border, which falls from left to right."""
    x = across(
        "cost",
        _("Units sent for one to arrive"),
        [BEFORE, 1.05],
        ticks=[1.6, 1.5, 1.4, 1.3, 1.2, 1.1],
        format=".1f",
    )
    nothing = charts.point.mark_rule(strokeDash=[2, 3], color=colour("muted"), aria=False).encode(
        y=alt.datum(0)
    )
    layers = curves_and_points(
        charts.lines,
        charts.point,
        x=x,
        y=lambda name: upward(name, _("Gain"), [-0.4, 0.4], ticks=5, format="%"),
        lines=[("small", "series-1", [1, 0]), ("large", "series-2", [6, 4])],
    )
    notes = written(
        charts.lines,
        [(_("solid: the small region"), "series-1"), (_("dashed: the large one"), "series-2")],
        side="above",
    )
    return alt.layer(nothing, *layers, *notes)


EXPLORER = Explorer(
    slug="when-industry-moves",
    title=_("When industry moves"),
    question=_("Can a region lose when a border inside its country comes down?"),
    description=_(
        "Two curves of gains against a border that falls. The large region’s rises; the small "
        "one’s rises too if its income does not hang on local industry, and else falls below zero "
        "until nearly all industry has left."
    ),
    kind="illustrative",
    chapter=5,
    controls=[
        slider("trade_cost", step=0.05, low=1.05, high=1.5, start=1.3, form=plain(2)),
        slider("local_income", step=0.02, low=0.0, high=0.4, start=0.2),
        slider("small_part", step=0.05, low=0.2, high=0.45, start=0.3),
        slider("trade_elasticity", step=1, low=4, high=8, start=5, form=plain(0)),
    ],
    drag={"trade_cost": "point.at"},
    sketch=Sketch(
        "lines.small",
        _("The border comes down, from left to right. What does the small region gain? Draw it."),
        higher=_("It loses more than you thought: firms move to where the market is larger."),
        lower=_(
            "It loses less than you thought: what firms in the large region make becomes "
            "cheap to bring in."
        ),
        turn=_(
            "Its loss is largest at {turn}: up to there firms leave, and beyond it cheaper "
            "goods make up for part of that."
        ),
    ),
    named={
        "verb": _("The small region"),
        "small": _("Gain or loss of the small region"),
        "then": _("Industry in the small region before"),
        "now": _("Industry in the small region now"),
        "decides": _("Local part of income above which the small region loses"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("People who move after the firms, and spending that follows incomes: both add to it."),
        _("Rents and wages that fall where firms leave, and draw some of them back."),
        _("What is learnt from a neighbour, and money sent to regions that lose."),
    ],
    sources=["martin1995", "faber2014"],
)
