"""Firms gain from being near one another and lose by crowding: where does a cluster stop?"""

import functools

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, curve_and_point, on_paper, present, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.structure.clusters import (
    best_cluster_size,
    critical_cluster_size,
    net_productivity,
    stable_cluster_size,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

SIZES = [round(10 ** (place / 20), 6) for place in range(81)]
ALIKE = 5e-4
# Where the names of the critical, the best and the stable size stand: none on another.
BESIDE = [("right", -2, 20), ("center", 0, -20), ("left", 2, 20)]
FIRMS = plain(0)


def makes(p: Settings, size: Scalar) -> Scalar:
    """Return what a firm makes in a cluster of a size, over what it makes alone."""
    return net_productivity(
        cluster_size=size, density_elasticity=p.density_elasticity, congestion=p.congestion
    )


def show(p: Settings) -> View:
    """Return where firms come and go at the reader's size, and the sizes at which they stop."""
    case = {"density_elasticity": p.density_elasticity, "congestion": p.congestion}
    outside = {"outside_productivity": p.outside_productivity}
    best = best_cluster_size(**case)
    lasts = where(makes(p, best) > p.outside_productivity, lambda: 1, lambda: 0)
    low, high = (
        where(lasts > 0.5, functools.partial(size, **case, **outside), lambda: best)
        for size in (critical_cluster_size, stable_cluster_size)
    )
    here, top = makes(p, p.cluster_size), makes(p, best)
    gap = here - p.outside_productivity
    move = where(abs(gap) < ALIKE, lambda: 1, lambda: where(gap > 0, lambda: 2, lambda: 0))
    now = Sentence(
        _(
            "Among {size} firms each makes {here} of what it would make alone, and elsewhere "
            "{outside}: {move}."
        ),
        size=Value(p.cluster_size, FIRMS),
        here=Value(here, percent(1)),
        outside=Value(p.outside_productivity, percent(0)),
        move=word(move, [_("firms leave"), _("firms neither come nor leave"), _("firms come")]),
    )
    peak = Sentence(
        _("Each makes most, {top}, among {best} firms: {verdict}."),
        top=Value(top, percent(1)),
        best=Value(best, FIRMS),
        verdict=word(
            lasts,
            [
                _("less than elsewhere, so no cluster lasts"),
                _("more than elsewhere, so others still come"),
            ],
        ),
    )
    end = where(lasts * (p.cluster_size - low) > 0, lambda: high, lambda: 1.0)
    fate = Sentence(
        _(
            "A firm that comes counts its own gain and not what it costs the others: left to "
            "themselves these become {end}, and each makes {at_end}."
        ),
        end=Value(end, FIRMS),
        at_end=Value(makes(p, end), percent(1)),
    )
    line = curve(
        "size",
        SIZES,
        lambda size: {"makes": makes(p, size)},
        size=Column(_("Firms in the cluster"), FIRMS),
        makes=Column(_("What each makes"), percent(1)),
    )
    point = rows(
        [{"at": p.cluster_size, "makes": here, "outside": p.outside_productivity}],
        at=Column(_("Firms set"), FIRMS),
        makes=Column(_("What each makes"), percent(1)),
        outside=Column(_("What it makes elsewhere"), percent(0)),
    )
    marks = rows(
        [
            {"name": _("critical"), "size": low, "there": lasts, "makes": makes(p, low)},
            {"name": _("best"), "size": best, "there": 1, "makes": top},
            {"name": _("stable"), "size": high, "there": lasts, "makes": makes(p, high)},
        ],
        name=Column(_("Size")),
        size=Column(_("Firms"), FIRMS),
        makes=Column(_("What each makes"), percent(1)),
        there=Column(_("Exists (1) or not (0)"), plain(0)),
    )
    return View([now, peak, fate], {"line": line, "point": point, "marks": marks})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return what a firm makes against the size of the cluster, and the sizes that matter."""
    ends = [0.9, 1.2]
    decades = [1, 10, 100, 1000, 10000]
    x = across("size", _("Firms in the cluster"), [0.3, 60000], ticks=decades, ratios=True)
    title = _("Each makes (alone: 100%)")

    def height(field: str) -> alt.Y:
        return upward(field, title, ends, ticks=5, format="%", cut="below")

    y = height("makes")
    elsewhere = charts.point.mark_rule(color=colour("series-2"), strokeDash=[6, 4], size=2).encode(
        y=height("outside")
    )
    here = curve_and_point(charts.line, charts.point, x=x, y=y, hue=colour("series-1"), cut=True)
    dots = charts.marks.mark_point(
        shape="diamond", size=90, filled=True, color=colour("ink")
    ).encode(x=x, y=y, opacity=present("there"))
    names = [
        charts.marks.transform_filter(f"datum.row === {row}")
        .mark_text(align=align, dx=dx, dy=dy, fontWeight="bold", color=colour("ink"))
        .encode(x=x, y=y, text="name:N", opacity=present("there"))
        for row, (align, dx, dy) in enumerate(BESIDE)
    ]
    notes = written(
        charts.point,
        [(_("solid: in the cluster"), "series-1"), (_("dashed: elsewhere"), "series-2")],
        side="above",
    )
    return alt.layer(elsewhere, here, dots, *on_paper(*names), *notes)


EXPLORER = Explorer(
    slug="how-large-a-cluster",
    title=_("How large a cluster"),
    question=_("Firms are better off near one another. Do they stop coming at the best size?"),
    description=_(
        "A hump of what each firm makes against the number of firms, on a scale of multiples, and "
        "a dashed line of what it makes elsewhere. The line cuts the hump at a critical size on "
        "the left and at a stable size on the right, far beyond the best size between them."
    ),
    kind="illustrative",
    chapter=9,
    controls=[
        slider("cluster_size", step=5, low=5, high=400, start=100, form=FIRMS),
        slider("density_elasticity", step=0.005, low=0.02, high=0.05, form=plain(3)),
        slider(
            "congestion",
            label=_("Congestion: how fast that elasticity falls with size"),
            step=0.002,
            low=0.01,
            high=0.02,
            form=plain(3),
        ),
        slider("outside_productivity", step=0.01, low=1.04, high=1.12, form=percent(0)),
    ],
    drag={"cluster_size": "point.at", "outside_productivity": "point.outside"},
    sketch=Sketch(
        "line.makes",
        _(
            "More and more firms come to a cluster. What does each of them make? Draw it; "
            "equal steps across multiply."
        ),
        higher=_("Crowding costs more than you thought."),
        lower=_("Neighbours help more than you thought."),
        turn=_(
            "It turns at {turn} firms: up to there one more neighbour helps, from there on "
            "it crowds."
        ),
    ),
    named={
        "here": _("What each makes as set"),
        "move": _("What firms do"),
        "top": _("Most that each makes"),
        "best": _("Firms at which each makes most"),
        "verdict": _("Most that each makes, against elsewhere"),
        "end": _("Firms in the end"),
        "at_end": _("What each makes in the end"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Somebody who founds new clusters or charges for crowding: then the best size can last."),
        _("Firms that differ: the most productive gain most, and choose where they go."),
        _("Whether near firms are productive or productive firms are near one another."),
        _("Land, whose owners collect through rents what firms do not keep."),
    ],
    sources=["henderson1974", "ahlfeldt2019"],
)
