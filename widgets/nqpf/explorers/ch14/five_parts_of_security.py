"""Five parts of security and one budget: which way of spreading it leaves the fewest days lost?"""

import altair as alt

from nqpf.algebra import Scalar, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, listed, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    plain_slider,
    rows,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.security.least_cost import cheapest_spending, loss_left
from nqpf.numbers import mostly_whole, plain
from nqpf.words import _

PARTS = [
    _("Infrastructure"),
    _("Factor conditions"),
    _("Production space"),
    _("Institutions"),
    _("Chain, data, technology"),
]
LOSSES = [4.0, 9.0, 3.0, 4.0]
REACHES = [0.6, 3.5, 0.5, 1.2, 8.0]
RULES = [
    _("as much for each part"),
    _("in proportion to what each loses"),
    _("all on chain, data and technology"),
    _("so that the last day spent saves as much everywhere"),
]
MOST = 24.0


def dangers(p: Settings) -> list[Scalar]:
    """Return what each part loses a year if nothing is spent."""
    return [*LOSSES, p.top_loss]


def spread(p: Settings, budget: Scalar) -> list[Scalar]:
    """Return what each part gets of a budget by the reader's rule."""
    lost = dangers(p)
    whole = total(lost)
    best = cheapest_spending(budget, lost, REACHES)
    last = len(PARTS) - 1

    def rule(place: int) -> Scalar:
        alone = budget if place == last else 0.0 * budget
        return where(
            p.rule < 0.5,
            lambda: budget / len(PARTS),
            lambda: where(
                p.rule < 1.5,
                lambda: budget * lost[place] / whole,
                lambda: where(p.rule < 2.5, lambda: alone, lambda: best[place]),
            ),
        )

    return [rule(place) for place in range(len(PARTS))]


def left(p: Settings, spending: list[Scalar] | tuple[Scalar, ...]) -> tuple[Scalar, ...]:
    """Return the days that each part still loses."""
    return loss_left(danger_loss=dangers(p), protection_reach=REACHES, protection_spending=spending)


def least(p: Settings, budget: Scalar) -> Scalar:
    """Return the fewest days that can be lost with a budget."""
    return total(left(p, cheapest_spending(budget, dangers(p), REACHES)))


def show(p: Settings) -> View:
    """Return days lost by the reader's rule and at best, part by part and over all budgets."""
    spent = spread(p, p.budget)
    rest = left(p, spent)
    saved = [one / reach for one, reach in zip(rest, REACHES, strict=True)]
    reached = total(rest)
    said = Sentence(
        _(
            "Without protection {start} days of output are lost a year. {budget}, "
            "spent {rule}, leaves {left}; at best the same money leaves {least}."
        ),
        start=Value(total(dangers(p)), mostly_whole()),
        budget=Value(p.budget, mostly_whole(_("day’s worth"), _("days’ worth"))),
        rule=word(p.rule, RULES),
        left=Value(reached, plain(1)),
        least=Value(least(p, p.budget), plain(1)),
    )
    margin = Sentence(
        _(
            "One more day spent would now save {routes} on infrastructure, {place} on production "
            "space and {chain} on chain, data and technology."
        ),
        routes=Value(saved[0], plain(2)),
        place=Value(saved[2], plain(2)),
        chain=Value(saved[4], plain(2)),
    )
    lines = curve(
        "budget",
        grid(0, MOST, 41),
        lambda budget: {"own": total(left(p, spread(p, budget))), "best": least(p, budget)},
        budget=Column(_("Spent, days of output a year"), mostly_whole()),
        own=Column(_("Days lost by this rule"), plain(1)),
        best=Column(_("Fewest days lost"), plain(1)),
    )
    point = rows(
        [{"at": p.budget, "own": reached}],
        at=Column(_("Budget set"), mostly_whole()),
        own=Column(_("Days lost"), plain(1)),
    )
    bars = rows(
        (
            {"part": name, "left": one, "spent": paid, "start": start + 0.0 * p.budget}
            for name, one, paid, start in zip(PARTS, rest, spent, dangers(p), strict=True)
        ),
        part=Column(_("Part of security")),
        start=Column(_("Days lost if nothing is spent"), mostly_whole()),
        left=Column(_("Days still lost"), plain(1)),
        spent=Column(_("Spent on it"), plain(1)),
    )
    return View([said, margin], {"lines": lines, "point": point, "bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return days lost against the budget, by the rule and at best, above a bar for each part."""
    x = across("budget", _("Spent, in days of output a year"), [0, MOST], ticks=[0, 6, 12, 18, 24])
    days = [0.0, 45.0]
    own = upward("own", _("Days lost a year"), days, ticks=[0, 15, 30, 45])
    best = upward("best", _("Days lost a year"), days, ticks=[0, 15, 30, 45])
    upper = alt.layer(
        charts.lines.mark_line(color=colour("series-6"), strokeDash=[6, 4]).encode(x=x, y=best),
        charts.lines.mark_line(color=colour("series-1")).encode(x=x, y=own),
        charts.point.mark_point(size=120, color=colour("series-1"), opacity=1).encode(
            x="at:Q", y=own
        ),
        *written(
            charts.lines,
            [(_("solid: this rule"), "series-1"), (_("dashed: the fewest"), "series-6")],
            side="above",
        ),
    )
    along = across(
        "left",
        [_("Days lost a year, part by part"), _("(stroke: if nothing is spent)")],
        [0, 25],
        ticks=[0, 5, 10, 15, 20, 25],
    )
    y = listed("part", PARTS, ticks=False, labelFontSize=11.5)
    bars = charts.bars.mark_bar(height={"band": 0.65}).encode(x=along, y=y)
    marks = charts.bars.mark_tick(color=colour("ink"), size=18, thickness=2, opacity=1).encode(
        x="start:Q", y=y
    )
    return above_one_another(upper, alt.layer(bars, marks), heights=(120, 128))


EXPLORER = Explorer(
    slug="five-parts-of-security",
    title=_("Five parts, one budget"),
    question=_("Five things can stop industry. Should most be spent on the largest danger?"),
    description=_(
        "Above, days of output lost fall as more is spent: a dashed line for the best way of "
        "spending, a solid one above it for the rule chosen. Below, a bar for each of five parts "
        "shows the days still lost, a stroke those without protection."
    ),
    kind="illustrative",
    chapter=14,
    height=400,
    controls=[
        select("rule", _("How the money is spread"), RULES, start=2),
        plain_slider(
            "budget",
            _("Spent, in days of output a year"),
            low=0,
            high=MOST,
            step=0.5,
            start=10,
            form=mostly_whole(),
        ),
        plain_slider(
            "top_loss",
            _("Days that chain, data and technology lose unprotected"),
            low=4,
            high=24,
            step=1,
            start=12,
            form=plain(0),
        ),
    ],
    drag={"budget": "point.at"},
    named={
        "start": _("Days lost without protection"),
        "left": _("Days lost as spent"),
        "least": _("Days lost at best"),
        "routes": _("Days saved by one more on infrastructure"),
        "place": _("Days saved by one more on production space"),
        "chain": _("Days saved by one more on chain, data and technology"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Events that hit several parts at once, as a flood hits roads, power and plants."),
        _("What protects two parts: a second site helps against a closed route as well."),
        _("Whose money it is: a firm does not count the days that others lose when it stops."),
        _("Any country: none of the days is measured, and no one has measured all five."),
    ],
    sources=["gan2024", "stone1975"],
)
