"""A budget for research of one's own and for foreign technology: how much of each."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, curve_and_point, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    plain_slider,
    rows,
    slider,
)
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.absorption import best_own_research, knowledge
from nqpf.numbers import percent, plain
from nqpf.words import _

BUDGET = 10.0


def gained(share: Scalar, p: Settings) -> Scalar:
    """Return knowledge for the budget, by the part that is one's own research."""
    return knowledge(
        own_research=share * BUDGET,
        research_budget=BUDGET,
        foreign_price=p.foreign_price,
        absorption_difficulty=p.absorption_difficulty,
    )


def show(p: Settings) -> View:
    """Return knowledge at the reader's split and at the best one, and over all splits."""
    best = (
        best_own_research(
            research_budget=BUDGET,
            foreign_price=p.foreign_price,
            absorption_difficulty=p.absorption_difficulty,
        )
        / BUDGET
    )
    yours = Sentence(
        _(
            "With {own} of the budget for research of one’s own, knowledge is {gained}; without "
            "any foreign technology it is {alone}."
        ),
        own=Value(p.own_part, percent(0)),
        gained=Value(gained(p.own_part, p), plain(1)),
        alone=Value(gained(1.0, p), plain(1)),
    )
    most = Sentence(
        _("Most is known with {best} for one’s own research: {most}, or {times} times as much."),
        best=Value(best, percent(0)),
        most=Value(gained(best, p), plain(1)),
        times=Value(gained(best, p) / gained(1.0, p), plain(2)),
    )
    part, known = Column(_("Part for one’s own research"), percent(0)), _("Knowledge")
    splits = curve(
        "own",
        grid(0, 1, 51),
        lambda own: {"known": gained(own, p)},
        own=part,
        known=Column(known, plain(2)),
    )
    yours_at = rows(
        [{"at": p.own_part, "known": gained(p.own_part, p)}],
        at=part,
        known=Column(_("Knowledge at your split"), plain(2)),
    )
    best_at = rows(
        [{"at": best, "known": gained(best, p)}],
        at=part,
        known=Column(_("Knowledge at the best split"), plain(2)),
    )
    return View([yours, most], {"splits": splits, "yours": yours_at, "best": best_at})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return knowledge over all splits, with the reader's point and a cross at the best."""
    x = across("own", _("Part for one’s own research"), [0, 1], format="%")
    y = upward("known", _("Knowledge"), [0, 45], ticks=[0, 10, 20, 30, 40])
    here = curve_and_point(charts.splits, charts.yours, x=x, y=y, hue=colour("series-1"))
    cross = charts.best.mark_point(shape="cross", size=160, color=colour("series-2")).encode(
        x="at:Q", y=y
    )
    notes = written(
        charts.yours,
        [(_("circle: as set"), "series-1"), (_("cross: the most knowledge"), "series-2")],
        side="above",
    )
    return alt.layer(here, cross, *notes)


EXPLORER = Explorer(
    slug="buy-or-build",
    title=_("Buy it or build it"),
    question=_("Foreign technology costs a quarter of one’s own. Why not buy all of it?"),
    description=_(
        "A curve of knowledge against the part of a budget that goes to one’s own research. It "
        "starts at nothing where all is bought, rises to a peak at the cross, and falls to what "
        "one’s own research alone would yield. A point marks the split set."
    ),
    kind="illustrative",
    chapter=7,
    controls=[
        plain_slider(
            "own_part",
            _("Part of the budget for one’s own research"),
            low=0,
            high=1,
            step=0.02,
            start=0.1,
            form=percent(0),
        ),
        slider("foreign_price", step=0.05, low=0.2, high=0.95, start=0.25),
        slider("absorption_difficulty", step=0.5, low=1.0, high=5.0, start=2.0, form=plain(1)),
    ],
    drag={"own_part": "yours.at"},
    sketch=Sketch(
        "splits.known",
        _(
            "Part of the budget is for research of one’s own, the rest buys technology. "
            "How much is known in the end? Draw it."
        ),
        higher=_("Less comes of it than you thought: what is bought must also be absorbed."),
        lower=_(
            "More comes of it than you thought: a little research of one’s own makes much "
            "of what is bought usable."
        ),
        turn=_(
            "Most is known at {turn}: left of it too little of what is bought is absorbed, "
            "right of it too little is bought."
        ),
    ),
    named={
        "best": _("Best part for one’s own research"),
        "gained": _("Knowledge as set"),
        "alone": _("Knowledge without foreign technology"),
        "times": _("Most knowledge, over that without foreign technology"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Sellers who refuse: a price of 0.95 is as near to an embargo as it gets here."),
        _("Time: what is absorbed today makes tomorrow’s absorption easier."),
        _("Learning from foreign firms without buying, and what is lost if buying crowds out."),
    ],
    sources=["cohen1989"],
)
