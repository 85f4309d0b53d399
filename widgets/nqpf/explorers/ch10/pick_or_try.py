"""A planner picks one route by its signals; a market tries all and keeps the best."""

import altair as alt

from nqpf.algebra import Scalar, floor, lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curves_and_points, present, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.selection import (
    mean_of_best,
    reliability_that_decides,
    value_of_picking,
    value_of_trying,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

FEWEST, MOST = 2, 8
BEST = [mean_of_best(count) for count in range(FEWEST, MOST + 1)]
WORTH = {"mean_worth": 100.0, "worth_spread": 50.0}
# What is said of the reliability at which the lead turns, by whole per cent.
TURNS = [_("it turns nowhere, the planner is always ahead")]
TURNS += [
    _("it turns at a reliability of {part}").format(part=percent(0).text(part / 100))
    for part in range(101)
]
TURNS += [_("it turns nowhere, the market is always ahead")]
ENDS = [70, 240]
TRIALS = {"result_reliability": 0.9, "drop_cost": 2.0}


def best(p: Settings) -> Scalar:
    """Return the expected best of the reader's number of routes, in spreads above the mean."""
    return lookup(BEST, p.routes - FEWEST)


def picked(p: Settings, reliability: Scalar) -> Scalar:
    """Return what the planner expects with signals of a reliability."""
    return value_of_picking(
        signal_reliability=reliability, best_seen=best(p), route_cost=p.route_cost, **WORTH
    )


def trials(p: Settings) -> dict[str, Scalar]:
    """Return the arguments of a market that tries all of the reader's routes."""
    return {
        "best_tried": best(p),
        "routes": p.routes,
        "route_cost": p.route_cost,
        "split_loss": p.split_loss,
        **WORTH,
        **TRIALS,
    }


def show(p: Settings) -> View:
    """Return what both expect, and the planner's expectation over all reliabilities."""
    plan, market = picked(p, p.signal_reliability), value_of_trying(**trials(p))
    blind, perfect = picked(p, 0.0) - market, picked(p, 1.0) - market
    turns = where(blind < 0, lambda: where(perfect >= 0, lambda: 1, lambda: 0), lambda: 0)
    least = where(
        perfect >= 0,
        lambda: reliability_that_decides(best_seen=best(p), **trials(p)),
        lambda: 1.0,
    )
    place = where(turns > 0.5, lambda: 1 + floor(100 * least + 0.5), lambda: 0)
    said = where(perfect < 0, lambda: len(TURNS) - 1, lambda: place)
    both = Sentence(
        _(
            "{routes} routes, each worth 100 give or take 50. A planner whose signals are "
            "{reliability} reliable expects {plan} from the one that looks best; a market that "
            "tries them all and keeps the one with the best results expects {market}."
        ),
        routes=Value(p.routes, plain(0)),
        reliability=Value(p.signal_reliability, percent(0)),
        plan=Value(plan, plain(1)),
        market=Value(market, plain(1)),
    )
    lead = Sentence(
        _("The planner’s lead is {lead}; {least}."),
        lead=Value(plan - market, plain(1, signed=True)),
        least=word(said, TURNS),
    )
    columns = {
        "plan": Column(_("Expected by the planner"), plain(1)),
        "market": Column(_("Expected by the market"), plain(1)),
    }
    lines = curve(
        "reliability",
        [root**2 for root in grid(0, 1, 51)],
        lambda reliability: {"plan": picked(p, reliability), "market": market},
        reliability=Column(_("Reliability of the planner’s signals"), percent(0)),
        **columns,
    )
    point = rows(
        [{"at": p.signal_reliability, "plan": plan, "market": market}],
        at=Column(_("Reliability set"), percent(0)),
        **columns,
    )
    turn = rows(
        [{"at": least, "there": turns}],
        at=Column(_("Reliability at which the lead turns"), percent(0)),
        there=Column(_("It turns (1) or not (0)"), plain(0)),
    )
    return View([both, lead], {"lines": lines, "point": point, "turn": turn})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return both expectations against the reliability, and an upright where the lead turns."""
    x = across(
        "reliability",
        _("Reliability of the planner’s signals"),
        [0, 1],
        ticks=[0, 0.2, 0.4, 0.6, 0.8, 1],
        format="%",
    )
    layers = curves_and_points(
        charts.lines,
        charts.point,
        x=x,
        y=lambda name: upward(
            name, _("Expected worth, after costs"), ENDS, ticks=[80, 100, 120, 140, 160]
        ),
        lines=[("plan", "series-1", [1, 0]), ("market", "series-2", [6, 4])],
    )
    # It ends above the words.
    turn = charts.turn.mark_rule(color=colour("ink"), strokeDash=[2, 4]).encode(
        x=alt.X("at:Q"),
        y=alt.YDatum(70, scale=alt.Scale(domain=ENDS, nice=False)),
        y2=alt.Y2Datum(175),
        opacity=present("there"),
    )
    notes = written(
        charts.lines,
        [
            (_("solid: planner picks one"), "series-1"),
            (_("dashed: market tries all"), "series-2"),
            (_("upright: where the lead turns"), "ink"),
        ],
        top=14,
    )
    return alt.layer(turn, *layers, *notes)


EXPLORER = Explorer(
    slug="pick-or-try",
    title=_("Pick one, or try them all?"),
    question=_(
        "Should a plan choose the technology, or should a market try them all and drop most?"
    ),
    description=_(
        "A rising curve of what a planner expects against the reliability of the planner’s "
        "signals, and a level dashed line of what a market expects that tries every route. An "
        "upright marks where they cross."
    ),
    kind="illustrative",
    chapter=10,
    controls=[
        slider(
            "signal_reliability",
            step=0.05,
            label=_("Reliability of the planner’s signals"),
            start=0.3,
        ),
        slider(
            "routes",
            step=1,
            low=FEWEST,
            high=MOST,
            start=6.0,
            form=plain(0),
            label=_("Routes to choose from"),
        ),
        slider("route_cost", step=0.5, low=1, high=6, start=3.0, form=plain(1)),
        slider(
            "split_loss",
            step=0.02,
            low=0,
            high=0.1,
            label=_("Scale lost by splitting trials among very many"),
        ),
    ],
    drag={"signal_reliability": "point.at"},
    named={
        "lead": _("Lead of the planner"),
        "least": _("Where the lead turns"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Shortlists: a plan that funds a few and lets results decide takes something of both."),
        _("Why anyone would drop a failed route: owners and local governments may keep it alive."),
        _("Who pays: firms count their own prize, not what the trials of others teach them."),
        _("Any programme: results are 90% reliable here, and closing a route costs 2."),
    ],
    sources=["scherer2011", "sah1986", "gan2024"],
)
