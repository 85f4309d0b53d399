"""Machines take over tasks: what happens to wages, to jobs and to the Gini coefficient at once?"""

import altair as alt

from nqpf.algebra import Scalar, maximum
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.elements.tasks import (
    employment_under_floor,
    labour_share_of_tasks,
    wage_of_tasks,
)
from nqpf.models.measurement.three_groups import gini_of_three_groups, incomes_of_three_groups
from nqpf.numbers import percent, plain
from nqpf.words import _

OWNERS = 0.1
BEFORE = {"automated_tasks": 0.3, "wage_floor": 0.2, "capital_per_person": 1.0}


def society(
    automated_tasks: Scalar, wage_floor: Scalar, capital_per_person: Scalar, transfer_rate: Scalar
) -> dict[str, Scalar]:
    """Return jobs, the wage, and how incomes are spread over the three groups."""
    machines = {"automated_tasks": automated_tasks, "capital_per_person": capital_per_person}
    # Owners are the last to lose their posts.
    employed = maximum(OWNERS, employment_under_floor(**machines, wage_floor=wage_floor))
    spread = {
        "employment_rate": employed,
        "labour_income_share": labour_share_of_tasks(
            automated_tasks=automated_tasks, new_tasks=0.0
        ),
        "owner_people": OWNERS,
        "transfer_rate": transfer_rate,
    }
    idle, earning, owning = incomes_of_three_groups(**spread)
    return {
        "employed": employed,
        "wage": wage_of_tasks(**machines, employment_rate=employed),
        "gini": gini_of_three_groups(**spread),
        "idle": idle,
        "earning": idle + earning,
        "owning": owning,
    }


def show(p: Settings) -> View:
    """Return wage, jobs and Gini coefficient, and two Lorenz curves."""
    now = society(p.automated_tasks, p.wage_floor, p.capital_per_person, p.transfer_rate)
    before = society(**BEFORE, transfer_rate=0.0)
    said = Sentence(
        _("The wage is {wage}, {employed} have work, and the Gini coefficient is {gini}."),
        wage=Value(now["wage"], plain(2)),
        employed=Value(now["employed"], percent(0)),
        gini=Value(now["gini"], plain(2)),
    )
    compared = Sentence(
        _(
            "Before, with 30% of tasks done by machines, the wage was {wage_before}, all had work, "
            "and the coefficient was {gini_before}. The tenth who own the machines now have "
            "{owning} of income."
        ),
        wage_before=Value(before["wage"], plain(2)),
        gini_before=Value(before["gini"], plain(2)),
        owning=Value(now["owning"], percent(0)),
    )
    people, income = (
        Column(_("People, from the poorest"), percent(0)),
        Column(_("Their part of income"), percent(1)),
    )

    def corners(case: dict[str, Scalar]) -> list[dict[str, Scalar]]:
        return [
            {"people": 0.0, "income": 0.0},
            {"people": 1 - case["employed"], "income": case["idle"]},
            {"people": 1 - OWNERS, "income": case["earning"]},
            {"people": 1.0, "income": 1.0},
        ]

    return View(
        [said, compared],
        {
            "now": rows(corners(now), people=people, income=income),
            "before": rows(corners(before), people=people, income=income),
        },
    )


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the Lorenz curve of the setting beside that of before, under equality."""
    ticks = [0, 0.25, 0.5, 0.75, 1]
    x = across("people", _("People, from the poorest"), [0, 1], ticks=ticks, format="%")
    y = upward("income", _("Their part of income"), [0, 1.1], ticks=ticks, format="%")
    curve = {"x": x, "y": y, "order": "row:Q"}
    equal = (
        charts.now.transform_filter("datum.row === 0 || datum.row === 3")
        .mark_line(color=colour("muted"), strokeDash=[2, 4])
        .encode(**curve)
    )
    before = charts.before.mark_line(color=colour("series-2"), strokeDash=[6, 4]).encode(**curve)
    area = charts.now.mark_area(color=colour("series-1"), opacity=0.15).encode(**curve)
    now = charts.now.mark_line(color=colour("series-1"), strokeWidth=3).encode(**curve)
    named = written(
        charts.now,
        [
            (_("dotted: all alike"), "muted"),
            (_("dashed: before"), "series-2"),
            (_("solid: now"), "series-1"),
        ],
    )
    return alt.layer(equal, area, before, now, *named)


EXPLORER = Explorer(
    slug="who-gets-what",
    title=_("Who gets what"),
    question=_("Machines take over more tasks. What becomes of wages, jobs and inequality?"),
    description=_(
        "Lorenz curves: the part of income of the poorest so many people. The solid curve of the "
        "setting hangs below the dashed one of before and further from the dotted line on which "
        "all have the same; it lies flat along the axis where people have no work."
    ),
    kind="illustrative",
    chapter=17,
    height=300,
    controls=[
        slider("automated_tasks", low=0.1, high=0.8, step=0.05, start=0.5),
        slider("wage_floor", low=0.2, high=2.0, step=0.05, start=1.2),
        slider("capital_per_person", low=0.5, high=3.0, step=0.1, start=1.0, form=plain(1)),
        slider("transfer_rate", low=0.0, high=0.6, step=0.05, start=0.0),
    ],
    named={
        "wage": _("Wage"),
        "employed": _("Part who have work"),
        "gini": _("Gini coefficient"),
        "owning": _("Part of income of those who own the machines"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Differences among those who work, which are most of the inequality of wages."),
        _("What a tax does to effort and to investment: here it costs nothing."),
        _("New tasks and new capital, which may bring wages and jobs back."),
        _("Town and country, and who owns machines: here a tenth of people, all alike."),
    ],
    sources=["acemoglu2018race", "huang2024"],
)
