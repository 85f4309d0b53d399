"""How many routes to one technology to try at once, and what a shared fate does to that."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.parallel_paths import (
    best_number_of_routes,
    chance_of_success,
    value_of_routes,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

PRIZE = 100.0
MOST = 20


def value(p: Settings, routes: Scalar, shared_fate: Scalar) -> Scalar:
    """Return what trying so many routes is worth."""
    return value_of_routes(
        route_chance=p.route_chance,
        routes=routes,
        shared_fate=shared_fate,
        prize=PRIZE,
        route_cost=p.route_cost,
    )


def best(p: Settings, shared_fate: Scalar) -> Scalar:
    """Return the number of routes that is worth most."""
    return best_number_of_routes(
        route_chance=p.route_chance,
        shared_fate=shared_fate,
        prize=PRIZE,
        route_cost=p.route_cost,
    )


def show(p: Settings) -> View:
    """Return what the reader's routes are worth, the best number, and both curves."""
    most = best(p, p.shared_fate)
    chance = chance_of_success(
        route_chance=p.route_chance, routes=p.routes, shared_fate=p.shared_fate
    )
    tried = Sentence(
        _(
            "One route succeeds with a chance of {one}, {routes} at once with {chance}. They are "
            "worth {value} of a prize of 100, after their cost."
        ),
        one=Value(p.route_chance, percent(0)),
        routes=Value(p.routes, plain(0)),
        chance=Value(chance, percent(1)),
        value=Value(value(p, p.routes, p.shared_fate), plain(1)),
    )
    number = Sentence(
        _(
            "Worth most, {best_value}, is trying {best} at once; if no fate were shared it would "
            "be {apart}."
        ),
        best_value=Value(value(p, most, p.shared_fate), plain(1)),
        best=Value(most, plain(0)),
        apart=Value(best(p, 0.0), plain(0)),
    )
    lines = curve(
        "routes",
        range(1, MOST + 1),
        lambda routes: {"together": value(p, routes, p.shared_fate), "apart": value(p, routes, 0)},
        routes=Column(_("Routes tried at once"), plain(0)),
        together=Column(_("Worth as set"), plain(1)),
        apart=Column(_("Worth if no fate is shared"), plain(1)),
    )
    point = rows(
        [{"at": p.routes, "together": value(p, p.routes, p.shared_fate)}],
        at=Column(_("Routes set"), plain(0)),
        together=Column(_("Worth as set"), plain(1)),
    )
    return View([tried, number], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return what routes are worth against their number, as set and if no fate is shared."""
    x = across("routes", _("Routes tried at once"), [1, MOST], ticks=[1, 5, 10, 15, 20])
    title, ends, marks = _("Worth, of a prize of 100"), [-100, 160], [-100, -50, 0, 50, 100]
    nothing = charts.point.mark_rule(aria=False).encode(y=alt.datum(0))
    apart = charts.lines.mark_line(color=colour("series-2"), strokeDash=[6, 4]).encode(
        x=x, y=upward("apart", title, ends, ticks=marks)
    )
    y = upward("together", title, ends, ticks=marks)
    together = charts.lines.mark_line(color=colour("series-1")).encode(x=x, y=y)
    dots = charts.lines.mark_point(color=colour("series-1"), size=24).encode(x=x, y=y)
    here = charts.point.mark_point(size=130, color=colour("series-1"), shape="diamond").encode(
        x=alt.X("at:Q"), y=y
    )
    notes = written(
        charts.lines,
        [(_("solid: as set"), "series-1"), (_("dashed: no fate shared"), "series-2")],
    )
    return alt.layer(nothing, apart, together, dots, here, *notes)


EXPLORER = Explorer(
    slug="how-many-routes",
    title=_("How many routes?"),
    question=_("Nobody knows which route leads to the technology. How many should be tried?"),
    description=_(
        "Two lines of what trying several routes at once is worth against their number, one as "
        "set, one if every route stood and fell alone. Each rises to a hump and then falls."
    ),
    kind="illustrative",
    chapter=10,
    controls=[
        slider("routes", step=1, form=plain(0)),
        slider("route_chance", step=0.05, low=0.1, high=0.6, form=percent(0)),
        slider(
            "shared_fate",
            label=_("Shared fate: how far all succeed or fail together"),
            step=0.1,
            start=0.5,
            form=percent(0),
        ),
        slider("route_cost", step=1, low=2, high=5, form=plain(0)),
    ],
    drag={"routes": "point.at"},
    named={
        "chance": _("Chance of success as set"),
        "value": _("Worth as set, of a prize of 100"),
        "best_value": _("Most that trying is worth"),
        "best": _("Routes worth most"),
        "apart": _("Routes worth most if no fate is shared"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Time: trying one route after another costs less and takes longer."),
        _("What is learnt on the way, and routes that are dropped early."),
        _("Several firms in one race, which count the prize but not what the others lose."),
    ],
    sources=["scherer2011", "loury1979"],
)
