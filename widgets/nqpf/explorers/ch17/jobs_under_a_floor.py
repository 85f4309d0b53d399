"""A floor holds wages while machines take over tasks: what happens to jobs?"""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import above_one_another, across, curve_and_point, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.elements.tasks import employment_under_floor, output_of_tasks, wage_of_tasks
from nqpf.numbers import percent, plain
from nqpf.words import _


def state(p: Settings, tasks: Scalar) -> dict[str, Scalar]:
    """Return employment and wage under the floor, and the wage without one."""
    case = {"automated_tasks": tasks, "capital_per_person": p.capital_per_person}
    employed = employment_under_floor(**case, wage_floor=p.wage_floor)
    return {
        "employed": employed,
        "wage": wage_of_tasks(**case, employment_rate=employed),
        "free": wage_of_tasks(**case, employment_rate=1.0),
        "output": output_of_tasks(**case, employment_rate=employed),
        "whole": output_of_tasks(**case, employment_rate=1.0),
    }


def show(p: Settings) -> View:
    """Return jobs, wage and output with the floor and without, and over all parts of tasks."""
    now = state(p, p.automated_tasks)
    jobs = Sentence(
        _(
            "With the floor {employed} of those who can work do, at a wage of {wage}. Without it "
            "all would, at a wage of {free}."
        ),
        employed=Value(now["employed"], percent(1)),
        wage=Value(now["wage"], plain(2)),
        free=Value(now["free"], plain(2)),
    )
    made = Sentence(
        _(
            "Output is {output} with it and {whole} without; all wages together come to {paid} "
            "with it and {free_paid} without."
        ),
        output=Value(now["output"], plain(2)),
        whole=Value(now["whole"], plain(2)),
        paid=Value(now["wage"] * now["employed"], plain(2)),
        free_paid=Value(now["free"], plain(2)),
    )
    columns = {
        "employed": Column(_("Employed under the floor"), percent(1)),
        "wage": Column(_("Wage under the floor"), plain(2)),
        "free": Column(_("Wage without a floor"), plain(2)),
    }

    def drawn(tasks: Scalar) -> dict[str, Scalar]:
        found = state(p, tasks)
        return {name: found[name] for name in columns}

    lines = curve(
        "tasks",
        grid(0.1, 0.9, 81),
        drawn,
        tasks=Column(_("Part of tasks that machines do"), percent(0)),
        **columns,
    )
    point = rows(
        [{"at": p.automated_tasks, **drawn(p.automated_tasks)}],
        at=Column(_("Part set"), percent(0)),
        **columns,
    )
    return View([jobs, made], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return employment above wages, over the part of tasks that machines do."""
    ticks = [0.1, 0.3, 0.5, 0.7, 0.9]
    x = across("tasks", _("Part of tasks that machines do"), [0.1, 0.9], ticks=ticks, format="%")
    jobs = upward("employed", _("Employed"), [0, 1.05], ticks=[0, 0.5, 1], format="%")
    wage = upward("wage", _("Wage"), [0, 3], ticks=[0, 1, 2, 3])
    upper = curve_and_point(charts.lines, charts.point, x=x, y=jobs, hue=colour("series-1"))
    lower = curve_and_point(charts.lines, charts.point, x=x, y=wage, hue=colour("series-1"))
    free = charts.lines.mark_line(color=colour("series-2"), strokeDash=[6, 4], clip=True).encode(
        x=x, y="free:Q"
    )
    named = written(
        charts.lines,
        [(_("solid: with the floor"), "series-1"), (_("dashed: without"), "series-2")],
    )
    return above_one_another(upper, alt.layer(free, lower, *named), heights=(110, 150))


EXPLORER = Explorer(
    slug="jobs-under-a-floor",
    title=_("Jobs under a floor"),
    question=_("Machines take over tasks and no wage may fall. What falls instead?"),
    description=_(
        "Above, employment against the part of tasks that machines do: all have work until the "
        "wage meets the floor, then fewer. Below, the wage stays at the floor while a dashed line "
        "of the wage without one goes on falling."
    ),
    kind="illustrative",
    chapter=17,
    height=320,
    controls=[
        slider("automated_tasks", low=0.1, high=0.9, step=0.05, start=0.5),
        slider("wage_floor", step=0.05, start=1.2),
        slider("capital_per_person", low=0.2, high=3.0, step=0.1, start=1.0, form=plain(1)),
    ],
    drag={"automated_tasks": "point.at"},
    sketch=Sketch(
        "lines.employed",
        _(
            "Machines do more and more of the tasks, and no wage may fall below the floor. "
            "How many are employed? Draw it."
        ),
        higher=_("Once the wage has met the floor, jobs go instead, and faster than you thought."),
        lower=_("Until the wage meets the floor nobody loses work."),
    ),
    named={
        "employed": _("Part employed with the floor"),
        "wage": _("Wage with the floor"),
        "output": _("Output with the floor"),
        "whole": _("Output without the floor"),
        "paid": _("All wages with the floor"),
        "free": _("Wage without the floor"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Employers with power over wages, with whom a floor can raise wages and jobs at once."),
        _("Looking for work: some are out of a job even where no floor binds."),
        _("New tasks, new capital and demand, which can bring jobs back."),
        _("Who pays for those without work, and what being without it does to them."),
    ],
    sources=["acemoglu2018race", "huang2024"],
)
