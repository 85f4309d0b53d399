"""A lead firm gathers suppliers round it, and some years later it leaves: what is left?"""

import altair as alt

from nqpf.algebra import Scalar, let, maximum, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, present, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.structure.clusters import (
    best_cluster_size,
    critical_cluster_size,
    firms_of_lead,
    net_productivity,
    next_cluster_size,
)
from nqpf.numbers import plain
from nqpf.words import _

YEARS = 40
CONGESTION, ELSEWHERE, SPEED = 0.01, 1.07, 10.0
LEAD_SIZE, PURCHASES = 6.0, 20.0


def path(p: Settings, name: str, tied: Scalar, leaving: Scalar) -> list[Scalar]:
    """Return the firms beside the lead firm, year by year, if it leaves after some years."""
    sizes: list[Scalar] = [maximum(1.0, tied)]
    for year in range(YEARS):
        there = let(f"{name}_there_{year}", where(leaving > year, lambda: 1.0, lambda: 0.0))
        after = next_cluster_size(
            cluster_size=sizes[-1],
            lead_size=there * LEAD_SIZE,
            tied_firms=there * tied,
            density_elasticity=p.density_elasticity,
            congestion=CONGESTION,
            outside_productivity=ELSEWHERE,
            entry_speed=SPEED,
        )
        sizes.append(let(f"{name}_{year + 1}", after))
    return sizes


def show(p: Settings) -> View:
    """Return the cluster with the lead firm's going and without, and the size that it needs."""
    tied = firms_of_lead(
        lead_purchases=PURCHASES,
        local_share=p.local_share,
        supplier_local_share=p.supplier_local_share,
    )
    tied = let("tied", tied)
    left = path(p, "left", tied, p.leaving)
    stayed = path(p, "stayed", tied, YEARS)
    case = {"density_elasticity": p.density_elasticity, "congestion": CONGESTION}
    top = net_productivity(cluster_size=best_cluster_size(**case), **case)
    lasts = where(top > ELSEWHERE, lambda: 1, lambda: 0)
    needed = where(
        lasts > 0.5,
        lambda: critical_cluster_size(**case, outside_productivity=ELSEWHERE),
        lambda: best_cluster_size(**case),
    )
    at_leaving = total(
        size * where(abs(year - p.leaving) < 0.5, lambda: 1.0, lambda: 0.0)
        for year, size in enumerate(left)
    )
    enough = where(at_leaving > needed, lambda: 2, lambda: 1)
    first = Sentence(
        _("{tied} suppliers live on the lead firm’s orders and on one another’s."),
        tied=Value(tied, plain(1)),
    )
    then = Sentence(
        _(
            "When it leaves, in year {years}, {size} firms stand there. To last without it "
            "takes at least {needed}: {enough}."
        ),
        years=Value(p.leaving, plain(0)),
        size=Value(at_leaving, plain(1)),
        needed=Value(needed, plain(1)),
        enough=word(
            lasts * enough,
            [
                _("at this elasticity even that is not enough"),
                _("these are too few"),
                _("these are enough"),
            ],
        ),
    )
    end = Sentence(
        _(
            "The number of firms after {horizon} years is {left}; had the lead firm stayed, it "
            "would be {stayed}."
        ),
        horizon=Value(YEARS, plain(0)),
        left=Value(left[-1], plain(0)),
        stayed=Value(stayed[-1], plain(0)),
    )
    lines = rows(
        (
            {"year": year, "left": one, "stayed": other}
            for year, (one, other) in enumerate(zip(left, stayed, strict=True))
        ),
        year=Column(_("Year"), plain(0)),
        left=Column(_("Firms, if the lead firm leaves"), plain(1)),
        stayed=Column(_("Firms, if it stays"), plain(1)),
    )
    marks = rows(
        [{"leaving": p.leaving, "there": at_leaving, "needed": needed, "lasts": lasts}],
        leaving=Column(_("Year in which it leaves"), plain(0)),
        there=Column(_("Firms in that year"), plain(1)),
        needed=Column(_("Firms that last without it"), plain(1)),
        lasts=Column(_("Such a number exists (1) or not (0)"), plain(0)),
    )
    return View([first, then, end], {"lines": lines, "marks": marks})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the firms with and without the lead firm's going, and the number that lasts."""
    x = across("year", _("Year"), [0, YEARS], ticks=[0, 10, 20, 30, 40])

    def size(field: str) -> alt.Y:
        title, decades = _("Firms beside the lead firm"), [1, 10, 100, 1000, 10_000]
        return upward(field, title, [1, 150_000], ticks=decades, ratios=True)

    stays = charts.lines.mark_line(color=colour("muted"), strokeDash=[6, 4]).encode(
        x=x, y=size("stayed")
    )
    leaves = charts.lines.mark_line(color=colour("series-1"), strokeWidth=3).encode(
        x=x, y=size("left")
    )
    needed = charts.marks.mark_rule(color=colour("series-2"), strokeDash=[2, 3], size=2).encode(
        y=size("needed"), opacity=present("lasts")
    )
    going = charts.marks.mark_point(size=130, shape="diamond", color=colour("series-1")).encode(
        x=alt.X("leaving:Q"), y=size("there")
    )
    notes = written(
        charts.lines,
        [
            (_("solid: it leaves at the diamond"), "series-1"),
            (_("dashed: it stays"), "muted"),
            (_("dotted: enough to last alone"), "series-2"),
        ],
        side="above",
    )
    return alt.layer(needed, stays, leaves, going, *notes)


EXPLORER = Explorer(
    slug="the-lead-firm-leaves",
    title=_("The lead firm leaves"),
    question=_("A large firm has drawn a cluster round it. What is left when it goes?"),
    description=_(
        "Two lines of the number of firms over forty years, one if the lead firm leaves at a "
        "diamond and one if it stays. If the diamond is above a dotted line the first goes on "
        "rising; if it is below, the line falls to a single firm."
    ),
    kind="illustrative",
    chapter=9,
    controls=[
        slider("local_share", step=0.05, low=0.0, high=0.6, start=0.3),
        slider("supplier_local_share", step=0.1, low=0.0, high=0.6, start=0.3),
        plain_slider(
            "leaving", _("Year in which the lead firm leaves"), low=1, high=30, step=1, start=12
        ),
        slider("density_elasticity", step=0.005, low=0.02, high=0.05, form=plain(3)),
    ],
    drag={"leaving": "marks.leaving"},
    named={
        "tied": _("Suppliers that live on the lead firm"),
        "size": _("Firms in the year in which it leaves"),
        "enough": _("Whether they are enough"),
        "left": _("Firms after 40 years, lead firm gone"),
        "stayed": _("Firms after 40 years, lead firm there"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Suppliers that follow the lead firm, and its workers who found firms of their own."),
        _("Why it came: a place that was good before it gains less from it than this shows."),
        _("Wages and rents, which rise where firms gather and keep back part of the gain."),
        _("Sunk plant and skills, which can hold firms for years without any gain from nearness."),
    ],
    sources=["henderson1974", "greenstone2010", "bleakley2012", "moretti2010"],
)
