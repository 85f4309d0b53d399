"""Machines take one more step along the line of tasks: who gains, and how deep must capital be?"""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed, numbers
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.elements.tasks import (
    capital_for_output_to_rise,
    capital_for_wages_to_rise,
    labour_share_of_tasks,
    output_of_tasks,
    wage_of_tasks,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

RESULTS = [_("output"), _("wage"), _("labour’s share")]
ALIKE = 5e-4


def results(p: Settings, tasks: Scalar) -> list[Scalar]:
    """Return output, wage and labour's share when machines do a part of the tasks."""
    case = {
        "automated_tasks": tasks,
        "capital_per_person": p.capital_per_person,
        "employment_rate": 1.0,
    }
    share = labour_share_of_tasks(automated_tasks=tasks, new_tasks=0.0)
    return [output_of_tasks(**case), wage_of_tasks(**case), share]


def show(p: Settings) -> View:
    """Return the changes in words, and as bars beside the thresholds of capital."""
    after = p.automated_tasks + p.step - p.new_tasks
    pairs = zip(results(p, p.automated_tasks), results(p, after), strict=True)
    changes = [now / before - 1 for before, now in pairs]
    step = Sentence(
        _(
            "Machines take over some tasks and people get some new ones: in all machines go from "
            "{before} of tasks to {now}. Output changes by {output}, the wage by {wage}, and "
            "labour’s share goes to {share}."
        ),
        before=Value(p.automated_tasks, percent(0)),
        now=Value(after, percent(0)),
        output=Value(changes[0], percent(1, signed=True)),
        wage=Value(changes[1], percent(1, signed=True)),
        share=Value(labour_share_of_tasks(automated_tasks=after, new_tasks=0.0), percent(0)),
    )
    output_rises = capital_for_output_to_rise(automated_tasks=p.automated_tasks)
    wages_rise = capital_for_wages_to_rise(automated_tasks=p.automated_tasks)
    depth = where(
        p.capital_per_person < output_rises,
        lambda: 0,
        lambda: where(p.capital_per_person < wages_rise, lambda: 1, lambda: 2),
    )
    needed = Sentence(
        _(
            "A first small step raises output from a capital of {for_output} for each person on, "
            "and wages from {for_wages} on: with what there is it raises {raised}."
        ),
        for_output=Value(output_rises, plain(2)),
        for_wages=Value(wages_rise, plain(2)),
        raised=word(depth, [_("neither"), _("output alone"), _("both")]),
    )
    bars = rows(
        (
            {"result": name, "change": change, "sign": where(change < -ALIKE, lambda: 0, lambda: 1)}
            for name, change in zip(RESULTS, changes, strict=True)
        ),
        result=Column(_("Result")),
        change=Column(_("Change"), percent(1, signed=True)),
        sign=Column(_("Falls (0) or not (1)"), plain(0)),
    )
    return View([step, needed], {"bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar for each change, and its number at the edge."""
    y = listed("result", RESULTS, ticks=False)
    x = across("change", _("Change"), [-0.8, 1.6], ticks=[-0.5, 0, 0.5, 1, 1.5], format="%")
    bars = charts.bars.mark_bar(height={"band": 0.6}).encode(
        x=x,
        y=y,
        color=alt.Color(
            "sign:N",
            legend=None,
            scale=alt.Scale(domain=[0, 1], range=[colour("series-2"), colour("series-1")]),
        ),
    )
    zero = charts.bars.mark_rule(aria=False).encode(x=alt.datum(0))
    sizes = numbers(charts.bars, "change", y=y, at=1.58, format="+.1%")
    return bars + zero + sizes


EXPLORER = Explorer(
    slug="one-more-task",
    title=_("One more task"),
    question=_("Machines take over more tasks and output rises. Do wages rise with it?"),
    description=_(
        "Three bars: by how much output, the wage and labour’s share change when machines take "
        "over more tasks. Labour’s share falls at every depth of capital; the other two need not."
    ),
    kind="illustrative",
    chapter=17,
    height=170,
    controls=[
        slider("capital_per_person", step=0.1, start=1.0, form=plain(1)),
        slider("automated_tasks", low=0.3, high=0.6, step=0.05, start=0.3),
        plain_slider(
            "step",
            _("Tasks that machines take over"),
            low=0.0,
            high=0.2,
            step=0.05,
            start=0.1,
            form=percent(0),
        ),
        slider("new_tasks", low=0.0, high=0.2, step=0.05, start=0.0),
    ],
    named={
        "now": _("Part of tasks that machines do in the end"),
        "output": _("Change of output"),
        "wage": _("Change of the wage"),
        "share": _("Labour’s share in the end"),
        "for_output": _("Capital for each from which output rises"),
        "for_wages": _("Capital for each from which wages rise"),
        "raised": _("What a first small step raises"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Jobs: all who want work have it, so that only wages can move."),
        _("New capital, which higher returns call forth until wages have caught up, or more."),
        _("People who differ: the loss may fall on a few, and those in new tasks be others."),
        _("That people may be better at new tasks than at old ones: here they are equally good."),
    ],
    sources=["acemoglu2018race", "acemoglu2019"],
)
