"""A plan had a margin; costs ran over and users stayed away: does the project still pay?"""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.security.infrastructure_projects import margin_needed, realised_ratio
from nqpf.numbers import percent, plain
from nqpf.words import _

MOST = 1.0
# The road of which a press report gives both figures.
ROAD = {
    row["measure"]: row["value"] / 100
    for row in data.rows("infrastructure_findings")
    if row["scope"] == "Yuanjiang-Mohei road" and row["unit"] == "percent"
}


def edge(planned_ratio: Scalar, cost_overrun: Scalar) -> Scalar:
    """Return the shortfall of benefits at which a project just pays, at an overrun."""
    return 1 - (1 + cost_overrun) / planned_ratio


def show(p: Settings) -> View:
    """Return what came of the plan, and where the edge between paying and not paying runs."""
    case = {"cost_overrun": p.cost_overrun, "benefit_shortfall": p.benefit_shortfall}
    came = realised_ratio(planned_ratio=p.planned_ratio, **case)
    outcome = Sentence(
        _(
            "With {overrun} more spent and {shortfall} less gained than planned, each yuan brought "
            "{came} yuan instead of {planned}: {verdict}. It would have paid from a plan of "
            "{needed} on."
        ),
        overrun=Value(p.cost_overrun, percent(0)),
        shortfall=Value(p.benefit_shortfall, percent(0)),
        came=Value(came, plain(2)),
        planned=Value(p.planned_ratio, plain(1)),
        verdict=word(
            where(came < 1, lambda: 0, lambda: 1),
            [_("more was lost than gained"), _("it still pays")],
        ),
        needed=Value(margin_needed(**case), plain(2)),
    )
    road = Sentence(
        _(
            "The road from Yuanjiang to Mohei (traffic {traffic} below, costs {costs} above the "
            "plan) comes to {road} at this margin, and would have needed one of {road_needed}."
        ),
        traffic=Value(ROAD["traffic below the forecast"], percent(0)),
        costs=Value(ROAD["cost above the plan"], percent(0)),
        road=Value(
            realised_ratio(
                planned_ratio=p.planned_ratio,
                cost_overrun=ROAD["cost above the plan"],
                benefit_shortfall=ROAD["traffic below the forecast"],
            ),
            plain(2),
        ),
        road_needed=Value(
            margin_needed(
                cost_overrun=ROAD["cost above the plan"],
                benefit_shortfall=ROAD["traffic below the forecast"],
            ),
            plain(2),
        ),
    )
    columns = {"short": Column(_("Benefits below the plan"), percent(0))}
    lines = curve(
        "extra",
        grid(0, MOST, 51),
        lambda extra: {"short": edge(p.planned_ratio, extra)},
        extra=Column(_("Costs above the plan"), percent(0)),
        **columns,
    )
    points = rows(
        [
            {"name": _("as set"), "at": p.cost_overrun, "short": p.benefit_shortfall},
            {
                "name": _("Yuanjiang–Mohei"),
                "at": ROAD["cost above the plan"],
                "short": ROAD["traffic below the forecast"],
            },
        ],
        name=Column(_("Project")),
        at=Column(_("Costs above the plan"), percent(0)),
        **columns,
    )
    return View([outcome, road], {"edge": lines, "points": points})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the edge between projects that pay and those that do not, and two projects."""
    ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]
    x = across("extra", _("Costs above the plan"), [0, MOST], ticks=ticks, format="%")
    y = upward("short", _("Benefits short"), [0, 0.8], ticks=ticks[:-1], cut="below", format="%")
    pays = charts.edge.mark_area(color=colour("series-3"), opacity=0.25, clip=True).encode(x=x, y=y)
    line = charts.edge.mark_line(color=colour("series-3"), strokeWidth=3, clip=True).encode(
        x=x, y=y
    )
    names = [_("as set"), _("Yuanjiang–Mohei")]
    shapes = alt.Scale(domain=names, range=["circle", "diamond"])
    points = charts.points.mark_point(size=130, opacity=1, strokeWidth=2.5, color=colour("ink"))
    marked = points.encode(x="at:Q", y=y, shape=alt.Shape("name:N", legend=None, scale=shapes))
    notes = written(
        charts.points,
        [
            (_("circle: {name}").format(name=names[0]), "ink"),
            (_("diamond: {name}").format(name=names[1]), "ink"),
            (_("above the line: a loss"), "muted"),
        ],
        side="above",
    )
    return alt.layer(pays, line, marked, *notes)


EXPLORER = Explorer(
    slug="plan-and-outcome",
    title=_("Plan and outcome"),
    question=_("Costs ran over and users stayed away. How large a margin must the plan have had?"),
    description=_(
        "A falling line over the overrun of costs: below it a project still pays, above it more "
        "was lost than gained. A circle is the project set, a diamond a road in Yunnan; a larger "
        "margin in the plan moves the line up."
    ),
    kind="illustrative",
    chapter=15,
    controls=[
        slider("planned_ratio", step=0.1, low=1.0, high=3.0, form=plain(1)),
        slider("cost_overrun", step=0.05, low=0.0, high=MOST, start=0.2, form=percent(0)),
        slider("benefit_shortfall", step=0.05, low=0.0, high=0.75, start=0.2, form=percent(0)),
    ],
    drag={"cost_overrun": "points.at", "benefit_shortfall": "points.short"},
    named={
        "came": _("Yuan brought by each yuan"),
        "verdict": _("Verdict on the project"),
        "needed": _("Plan from which it would have paid"),
        "road": _("Yuan brought by each yuan, road from Yuanjiang to Mohei"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("When costs and benefits come: a ratio in which both are discounted already is taken."),
        _("Traffic that grows later: a shortfall in the first years need not last."),
        _("What the plan did not count, from other firms’ gains to harm to nature."),
        _("Other projects: the road is one case, known because a bank lent for it."),
    ],
    sources=["ansar2016", "economist2017"],
)
