"""A pipeline earns a margin from the first day, a platform once both sides are there."""

from typing import Any

import altair as alt

from nqpf.algebra import Scalar, let, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import above_one_another, across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.data.platforms import (
    Members,
    critical_members,
    next_members,
    pipeline_profit,
    platform_profit,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

PERIODS = 30
SPEED, SELLER_WORTH, MEMBER_COST, PIPELINE_COST = 0.3, 1.0, 0.02, 0.2
POSSIBLE = 100
ALIKE = 5e-7


def path(p: Settings) -> list[Members]:
    """Return the members of the platform, period by period."""
    found = [Members(p.members, p.members)]
    for period in range(1, PERIODS + 1):
        after = next_members(
            buyers=found[-1].buyers,
            sellers=found[-1].sellers,
            buyer_price=p.buyer_price,
            seller_price=p.seller_price,
            joining_speed=SPEED,
        )
        found.append(
            Members(
                let(f"buyers_{period}", after.buyers),
                let(f"sellers_{period}", after.sellers),
            )
        )
    return found


def earned(p: Settings, members: Members) -> Scalar:
    """Return what the platform earns in a period for each hundred possible buyers."""
    return POSSIBLE * platform_profit(
        buyers=members.buyers,
        sellers=members.sellers,
        buyer_price=p.buyer_price,
        seller_price=p.seller_price,
        seller_worth=SELLER_WORTH,
        member_cost=MEMBER_COST,
    )


def show(p: Settings) -> View:
    """Return where the platform goes, what it earns, and what the pipeline earns meanwhile."""
    members = path(p)
    profits = [earned(p, one) for one in members]
    pipeline = POSSIBLE * pipeline_profit(
        pipeline_cost=PIPELINE_COST, pipeline_margin=p.pipeline_margin
    )
    prices = {"buyer_price": p.buyer_price, "seller_price": p.seller_price}
    edge = critical_members(**prices)
    away = members[-1].buyers - edge.buyers
    fate = where(abs(away) < ALIKE, lambda: 1, lambda: where(away > 0, lambda: 2, lambda: 0))
    levels = Sentence(
        _(
            "At these prices the platform’s edge lies at {edge_buyers} of buyers with "
            "{edge_sellers} of sellers: from fewer it shrinks, from more it grows."
        ),
        edge_buyers=Value(edge.buyers, percent(0)),
        edge_sellers=Value(edge.sellers, percent(0)),
    )
    here = Sentence(
        _(
            "With {start} of each at the start it {fate}. In period {last} it earns {earns} for "
            "each 100 possible buyers, the pipeline {pipeline}."
        ),
        start=Value(p.members, percent(0)),
        fate=word(fate, [_("is lost"), _("stands on the edge"), _("comes to stay")]),
        last=Value(PERIODS, plain(0)),
        earns=Value(profits[-1], plain(1)),
        pipeline=Value(pipeline, plain(1)),
    )
    sums = Sentence(
        _("Over all periods the platform earns {all_platform} and the pipeline {all_pipeline}."),
        all_platform=Value(total(profits[1:]), plain(0)),
        all_pipeline=Value(pipeline * PERIODS, plain(0)),
    )
    lines = rows(
        (
            {
                "period": period,
                "buyers": one.buyers,
                "sellers": one.sellers,
                "earns": profit,
                "pipeline": pipeline,
            }
            for period, (one, profit) in enumerate(zip(members, profits, strict=True))
        ),
        period=Column(_("Period"), plain(0)),
        buyers=Column(_("Buyers, of all possible"), percent(0)),
        sellers=Column(_("Sellers, of all possible"), percent(0)),
        earns=Column(_("The platform earns"), plain(1)),
        pipeline=Column(_("The pipeline earns"), plain(1)),
    )
    return View([levels, here, sums], {"lines": lines})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the members of both sides above what platform and pipeline earn."""
    ticks = [0, 10, 20, 30]

    def line(y: alt.Y, hue: str, dash: list[int], title: str | None) -> Any:
        x = across("period", title, [0, PERIODS], ticks=ticks)
        look = {"color": colour(hue), "strokeDash": dash, "strokeWidth": 3}
        return charts.lines.mark_line(**look).encode(x=x, y=y)

    def part(field: str) -> alt.Y:
        return upward(field, _("On the platform"), [0, 1], ticks=[0, 0.5, 1], format="%")

    def profit(field: str) -> alt.Y:
        return upward(field, _("Earned"), [-5, 30], ticks=[0, 10, 20, 30])

    sides = alt.layer(
        line(part("buyers"), "series-1", [1, 0], _("Period")),
        line(part("sellers"), "series-3", [6, 4], _("Period")),
        *written(
            charts.lines,
            [(_("solid: buyers"), "series-1"), (_("dashed: sellers"), "series-3")],
            side="above",
        ),
    )
    earns = alt.layer(
        line(profit("earns"), "series-1", [1, 0], _("Period")),
        line(profit("pipeline"), "series-2", [2, 3], _("Period")),
        *written(
            charts.lines,
            [(_("solid: the platform"), "series-1"), (_("dotted: the pipeline"), "series-2")],
            side="above",
        ),
    )
    return above_one_another(sides, earns, heights=(130, 150))


EXPLORER = Explorer(
    slug="pipeline-or-platform",
    title=_("Pipeline or platform"),
    question=_("One firm sells with a margin, another lets two sides meet. Which earns more?"),
    description=_(
        "Above, two lines of the buyers and sellers on a platform over thirty periods: from too "
        "low a start both fall to nothing, from a higher one both rise and stay. Below, a line of "
        "what the platform earns, which follows them, and a level line of what a pipeline earns."
    ),
    kind="illustrative",
    chapter=11,
    controls=[
        plain_slider(
            "members",
            _("Buyers and sellers at the start"),
            low=0.05,
            high=0.6,
            step=0.05,
            start=0.25,
            form=percent(0),
        ),
        slider("buyer_price", step=0.01),
        slider("seller_price", step=0.01, start=0.1),
        slider("pipeline_margin", step=0.05, low=0.05, high=0.4, form=percent(0)),
    ],
    drag={"members": "lines.buyers"},
    sketch=Sketch(
        "lines.buyers",
        _(
            "A platform opens with as many buyers and sellers as set. How many of all "
            "buyers are on it in each period? Draw it."
        ),
        higher=_("Some stay away however many are there: what they would pay is below the price."),
        lower=_("Each side draws the other: it fills faster than you thought."),
    ),
    named={
        "edge_buyers": _("Edge of the platform, of buyers"),
        "edge_sellers": _("Edge of the platform, of sellers"),
        "fate": _("Fate of the platform"),
        "earns": _("Platform’s earnings in the last period"),
        "pipeline": _("Pipeline’s earnings in the last period"),
        "all_platform": _("Platform’s earnings over all periods"),
        "all_pipeline": _("Pipeline’s earnings over all periods"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What each is worth: here a full platform and the pipeline’s goods are worth the same."),
        _("Rival platforms: where members can be on two at once, neither side pays so much."),
        _("Prices that change on the way: free at first, dear later, if users stay."),
        _("What members expect: if all expect all to come, no start is too low."),
        _("What the pipeline knows: it chooses and answers for its goods, a platform does not."),
    ],
    sources=["rochet2003", "armstrong2006", "evans2010", "rohlfs1974"],
)
