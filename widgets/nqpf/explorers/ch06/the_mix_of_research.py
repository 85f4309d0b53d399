"""Basic and applied research: more money at the same mix, or another mix."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import across, on_paper, upward
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
from nqpf.models.innovation.research import (
    basic_share_of_firms,
    growth_from_research,
    growth_of_firms_mix,
)
from nqpf.numbers import percent
from nqpf.words import _

YIELD, CAPTURED = 0.05, 0.11


def growth(p: Settings, share: Scalar) -> Scalar:
    """Return growth from the reader's amount of research with a part of it basic."""
    per_unit = growth_from_research(
        research_productivity=YIELD, basic_share=share, basic_weight=p.basic_weight
    )
    return (1 + p.subsidy) * per_unit


def show(p: Settings) -> View:
    """Return growth with the firms' mix and with the best one, and over all mixes."""
    case = {"basic_weight": p.basic_weight, "internalised_share": p.internalised_share}
    share = basic_share_of_firms(**case)
    part = growth_of_firms_mix(**case)
    mix = Sentence(
        _(
            "Firms that capture {captured} of what basic research is worth make {share} of theirs "
            "basic; {best} would be best."
        ),
        captured=Value(p.internalised_share, percent(0)),
        share=Value(share, percent(1)),
        best=Value(p.basic_weight, percent(0)),
    )
    same = Sentence(
        _(
            "With {more} more research of all kinds growth is {grown} a year. The mix stays, and "
            "with it a loss of {loss} against the best mix of the same money."
        ),
        more=Value(p.subsidy, percent(0)),
        grown=Value(growth(p, share), percent(2)),
        loss=Value(1 - part, percent(0)),
    )
    basic = Column(_("Basic, of all research"), percent(1))
    hump = curve(
        "basic",
        [0.8 * root**2 for root in grid(0, 1, 61)],
        lambda basic: {"growth": growth(p, basic)},
        basic=basic,
        growth=Column(_("Growth a year"), percent(2)),
    )
    points = rows(
        [
            {"who": _("firms"), "at": share, "growth": growth(p, share)},
            {"who": _("best"), "at": p.basic_weight, "growth": growth(p, p.basic_weight)},
        ],
        who=Column(_("Whose mix")),
        at=basic,
        growth=Column(_("Growth a year"), percent(2)),
    )
    return View([mix, same], {"hump": hump, "points": points})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return growth over all mixes, with the firms' and the best one named on it."""
    x = across("basic", _("Basic, of all research"), [0, 0.8], format="%")
    y = upward(
        "growth", _("Growth a year"), [-0.01, 0.08], ticks=[0, 0.02, 0.04, 0.06, 0.08], format="%"
    )
    line = charts.hump.mark_line(color=colour("series-1")).encode(x=x, y=y)
    points = charts.points.mark_point(size=120, color=colour("series-2"), opacity=1).encode(
        x=alt.X("at:Q"),
        y=y,
        shape=alt.Shape(
            "who:N",
            legend=None,
            scale=alt.Scale(domain=[_("firms"), _("best")], range=["circle", "diamond"]),
        ),
    )
    names = [
        charts.points.transform_filter(f"datum.row === {row}")
        .mark_text(align=align, dx=dx, dy=dy, fontWeight="bold")
        .encode(x=alt.X("at:Q"), y=y, text="who:N")
        for row, (align, dx, dy) in enumerate((("left", -2, 20), ("center", 0, -20)))
    ]
    return alt.layer(line, *on_paper(*names), points)


EXPLORER = Explorer(
    slug="the-mix-of-research",
    title=_("More research, or another mix?"),
    question=_(
        "If firms do too little basic research, does it help to support all research alike?"
    ),
    description=_(
        "A hump of growth against the part of research that is basic, with a diamond at its top "
        "and a circle for the mix that firms choose, well to the left. More money lifts the whole "
        "hump and leaves the circle above the same place."
    ),
    kind="illustrative",
    chapter=6,
    controls=[
        plain_slider(
            "subsidy",
            _("More research of all kinds, by a subsidy"),
            low=0,
            high=1,
            step=0.05,
            start=0.2,
            form=percent(0),
        ),
        slider("internalised_share", step=0.01, low=0.01, high=1.0, start=CAPTURED),
        slider("basic_weight", step=0.05, low=0.1, high=0.5, start=0.25, form=percent(0)),
    ],
    predict=Prediction(
        "share",
        _(
            "A quarter of research would best be basic, and firms capture {captured} of what "
            "basic research is worth. How much of theirs do they make basic?"
        ).format(captured=percent(0).text(CAPTURED)),
        low=0,
        high=0.3,
        step=0.005,
    ),
    drag={"basic_weight": "points.at.1"},
    named={
        "share": _("Basic research, of what firms do"),
        "grown": _("Growth a year"),
        "loss": _("Growth lost against the best mix"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Universities and institutes, which do most basic research; here firms do it all."),
        _("Time: what is basic today is of use in decades, if at all."),
        _("Ideas that get harder to find, so that more research need not mean lasting growth."),
    ],
    sources=["akcigit2021"],
)
