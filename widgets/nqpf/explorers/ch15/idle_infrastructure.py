"""How much of output should infrastructure get, and does it matter that some of it stands idle?"""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, curve_and_point, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.security.infrastructure import growth_with_infrastructure
from nqpf.numbers import percent, plain
from nqpf.words import _

GIVEN = {"time_preference": 0.02, "smoothing": 2.0}
ALIKE = 5e-4
# Finer near nothing, where the curve is steep.
SHARES = [round(0.6 * (step / 60) ** 2, 6) for step in range(61)]


def growth(p: Settings, share: Scalar, use: Scalar) -> Scalar:
    """Return growth at a share of output and a use."""
    return growth_with_infrastructure(
        public_elasticity=p.public_elasticity,
        public_share=share,
        public_use=use,
        technology_level=p.technology_level,
        **GIVEN,
    )


def show(p: Settings) -> View:
    """Return growth at the reader's share and use, and over all shares with full use beside it."""
    now, full = growth(p, p.public_share, p.public_use), growth(p, p.public_share, 1.0)
    best = growth(p, p.public_elasticity, p.public_use)
    side = where(
        abs(p.public_share - p.public_elasticity) < ALIKE,
        lambda: 1,
        lambda: where(p.public_share < p.public_elasticity, lambda: 0, lambda: 2),
    )
    here = Sentence(
        _(
            "With {share} of output for infrastructure and {use} of it used, the economy grows by "
            "{growth} a year. If all of it were used it would grow by {full}."
        ),
        share=Value(p.public_share, percent(0)),
        use=Value(p.public_use, percent(0)),
        growth=Value(now, percent(2)),
        full=Value(full, percent(2)),
    )
    top = Sentence(
        _(
            "The best share is {best_share}, whatever the use, and gives {best} a year: the share "
            "set is {side}. Moving to it raises growth by {by_share} percentage points, using all "
            "that stands by {by_use}."
        ),
        best_share=Value(p.public_elasticity, percent(0)),
        best=Value(best, percent(2)),
        side=word(side, [_("below it"), _("the best"), _("above it")]),
        by_share=Value(100 * (best - now), plain(2)),
        by_use=Value(100 * (full - now), plain(2)),
    )
    lines = curve(
        "share",
        SHARES,
        lambda share: {
            "growth": growth(p, share, p.public_use),
            "full": growth(p, share, 1.0),
        },
        share=Column(_("Part of output for infrastructure"), percent(0)),
        growth=Column(_("Growth at this use"), percent(2)),
        full=Column(_("Growth at full use"), percent(2)),
    )
    point = rows(
        [{"at": p.public_share, "growth": now}],
        at=Column(_("Share set"), percent(0)),
        growth=Column(_("Growth at this use"), percent(2)),
    )
    peak = rows(
        [{"at": p.public_elasticity, "name": _("best share")}],
        at=Column(_("Best share"), percent(0)),
        name=Column(_("Mark")),
    )
    return View([here, top], {"lines": lines, "point": point, "peak": peak})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the hump of growth at the reader's use, under the dashed one of full use."""
    ticks = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    x = across("share", _("Part of output"), [0, 0.6], ticks=ticks, format="%")
    y = upward("growth", _("Growth a year"), [-0.02, 0.14], format="%")
    own = curve_and_point(charts.lines, charts.point, x=x, y=y, hue=colour("series-1"))
    full = charts.lines.mark_line(color=colour("series-2"), strokeDash=[6, 4], clip=True).encode(
        x=x, y="full:Q"
    )
    top = charts.peak.mark_rule(color=colour("ink"), strokeDash=[2, 4]).encode(x="at:Q")
    named_top = charts.peak.mark_text(align="left", dx=5, color=colour("ink")).encode(
        x="at:Q", y=alt.datum(-0.017), text="name:N"
    )
    named = written(
        charts.lines,
        [(_("solid: at this use"), "series-1"), (_("dashed: all of it used"), "series-2")],
        side="above",
    )
    return alt.layer(top, full, own, named_top, *named)


EXPLORER = Explorer(
    slug="idle-infrastructure",
    title=_("Idle infrastructure"),
    question=_("Part of what was built stands idle. Was too much of output spent on building?"),
    description=_(
        "A hump of growth against the part of output that infrastructure gets, under a dashed "
        "hump at full use. A dotted rule marks the share over which both have their top."
    ),
    kind="illustrative",
    chapter=15,
    controls=[
        slider("public_share", step=0.01, start=0.2),
        slider("public_use", step=0.05, start=0.6),
        slider("public_elasticity", step=0.01, start=0.1, form=percent(0)),
        slider("technology_level", step=0.01, low=0.2, high=0.4, start=0.3),
    ],
    drag={"public_share": "point.at"},
    sketch=Sketch(
        "lines.growth",
        _(
            "Infrastructure gets more and more of output, and part of it stands idle. How "
            "fast does output grow? Draw it."
        ),
        higher=_("What stands idle adds nothing: growth is lower than you thought."),
        lower=_(
            "Where there is little infrastructure, some adds much: growth is higher than "
            "you thought."
        ),
        turn=_(
            "Growth is highest at {turn}: left of it infrastructure is scarce, right of it "
            "what people keep to build firms is."
        ),
    ),
    named={
        "growth": _("Growth as set"),
        "full": _("Growth if all were used"),
        "best": _("Growth at the best share"),
        "side": _("Share set against the best"),
        "by_share": _("Growth gained by the best share, points"),
        "by_use": _("Growth gained by full use, points"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Why it stands idle: what was built in the wrong place or too soon is another matter."),
        _("Which project: an elasticity is an average, and the next road may do more or nothing."),
        _("Debt, and the years between paying for a railway and riding on it."),
        _("Any economy: only the elasticity at the start is near to an average of estimates."),
    ],
    sources=["barro1990", "bom2014"],
)
