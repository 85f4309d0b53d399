"""Several teams race to one goal: what that is worth to all, and how many start by themselves."""

import altair as alt

from nqpf.algebra import Scalar, maximum
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curve_and_point, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.parallel_paths import expected_years_of_race
from nqpf.models.innovation.race import racers_that_start, racers_worth_most, value_of_race
from nqpf.numbers import mostly_whole, percent, plain
from nqpf.words import _

MOST, LOWEST = 20, -60
PRIZE, RUNNING = 100.0, 1.0


def case(p: Settings) -> dict[str, Scalar]:
    """Return what the reader sets of the race, beside the number of teams."""
    return {
        "success_rate": p.success_rate,
        "discount_rate": p.discount_rate,
        "first_prize": PRIZE,
        "running_cost": RUNNING,
        "starting_cost": p.starting_cost,
    }


def show(p: Settings) -> View:
    """Return how soon the goal is reached, what that is worth, and how many teams start."""
    race = case(p)
    most, start = maximum(1.0, racers_worth_most(**race)), racers_that_start(**race)
    years = expected_years_of_race(racers=p.racers, success_rate=p.success_rate)
    alone = expected_years_of_race(racers=1.0, success_rate=p.success_rate)
    sooner = Sentence(
        _(
            "One team gets there in {alone} years on average, {racers} in {years}. While they race "
            "they spend {running} in all, as much as one alone would; to start they spent {starts}."
        ),
        alone=Value(alone, plain(1)),
        racers=Value(p.racers, plain(0)),
        years=Value(years, plain(1)),
        running=Value(p.racers * RUNNING * years, plain(1)),
        starts=Value(p.racers * p.starting_cost, plain(0)),
    )
    number = Sentence(
        _(
            "To all together the race is worth {value} of a prize of 100. It is worth most, "
            "{best_value}, with a number of teams near {most}. If teams start as long as they "
            "expect to gain, the number that start is near {start}, and nothing is left."
        ),
        value=Value(value_of_race(racers=p.racers, **race), plain(1)),
        best_value=Value(value_of_race(racers=most, **race), plain(1)),
        most=Value(most, plain(0)),
        start=Value(start, plain(0)),
    )
    worth = Column(_("Worth to all"), plain(1))
    line = curve(
        "racers",
        grid(1, MOST, 2 * MOST - 1),
        lambda racers: {"value": value_of_race(racers=racers, **race)},
        racers=Column(_("Teams"), mostly_whole()),
        value=worth,
    )
    point = rows(
        [{"at": p.racers, "value": value_of_race(racers=p.racers, **race)}],
        at=Column(_("Teams set"), plain(0)),
        value=worth,
    )
    marks = rows(
        [{"most": most, "start": start}],
        most=Column(_("Teams worth most"), plain(1)),
        start=Column(_("Teams that start"), plain(1)),
    )
    return View([sooner, number], {"line": line, "point": point, "marks": marks})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the worth of the race by its teams, and uprights at the two numbers."""
    x = across("racers", _("Teams in the race"), [0, MOST], ticks=[1, 5, 10, 15, 20])
    y = upward(
        "value",
        _("Worth, of a prize of 100"),
        [LOWEST, 100],
        ticks=[-50, 0, 50, 100],
    )
    nothing = charts.point.mark_rule(aria=False).encode(y=alt.datum(0))
    # They end above the words.
    uprights = [
        charts.marks.mark_rule(color=colour(token), strokeDash=dash, strokeWidth=2, clip=True)
        .encode(x=alt.X(f"{field}:Q"), y=alt.datum(LOWEST), y2=alt.datum(58))
        for field, token, dash in (("most", "series-3", [6, 4]), ("start", "series-2", [2, 4]))
    ]  # fmt: skip
    inside = charts.line.transform_filter(f"datum.value >= {LOWEST}")
    worth = curve_and_point(inside, charts.point, x=x, y=y, hue=colour("series-1"))
    notes = written(
        charts.line,
        [
            (_("dashed: worth most to all"), "series-3"),
            (_("dotted: as many as start"), "series-2"),
        ],
        side="right",
    )
    return alt.layer(nothing, *uprights, worth, *notes)


EXPLORER = Explorer(
    slug="four-teams-one-goal",
    title=_("Four teams, one goal"),
    question=_("Four teams work on the same thing. Is that three too many?"),
    description=_(
        "A curve of what a race is worth to all against the number of teams: a hump over few "
        "teams, then a fall below nothing. A dashed upright marks the top, a dotted one the number "
        "of teams that start by themselves, further right."
    ),
    kind="illustrative",
    chapter=10,
    controls=[
        slider("racers", label=_("Teams in the race"), step=1, low=2, high=8, form=plain(0)),
        slider("starting_cost", step=0.5, low=5, high=12, form=plain(1)),
        slider(
            "success_rate",
            label=_("Chance a year with which one team gets there"),
            step=0.01,
            low=0.05,
            high=0.3,
            form=percent(0),
        ),
        slider("discount_rate", step=0.01, low=0.02, high=0.2, start=0.1, form=percent(0)),
    ],
    drag={"racers": "point.at"},
    named={
        "alone": _("Years until one team gets there"),
        "years": _("Years until the teams get there"),
        "running": _("Spent while racing"),
        "starts": _("Spent to start"),
        "value": _("Worth to all, of a prize of 100"),
        "best_value": _("Most that a race is worth to all"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Teams that fail for one common reason: chances add up only if each stands by itself."),
        _("What losers learn, sell or use elsewhere, which makes a second effort less of a waste."),
        _("A prize that rivals share: the more of it others get, the fewer start by themselves."),
        _("Any race: the prize is 100 and a team’s running outlay 1 a year."),
    ],
    sources=["loury1979", "scherer2011"],
)
