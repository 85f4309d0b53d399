"""Five projects before owners who differ in horizon, in objective and in who covers a loss."""

import altair as alt

from nqpf.algebra import Scalar, total, where
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import across, listed, written
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.owners import value_to_owner
from nqpf.numbers import percent, plain
from nqpf.words import _

# First year of return, years of return, return a year and what others gain over it.
PROJECTS = {
    _("Refit of a mill"): (1.0, 8.0, 0.27, 0.1),
    _("Power grid"): (2.0, 15.0, 0.12, 0.8),
    _("Panel line"): (4.0, 12.0, 0.24, 0.4),
    _("New drug"): (10.0, 12.0, 0.42, 0.5),
    _("Empty tower"): (2.0, 12.0, 0.08, 0.1),
}
WHOLE_LIFE = 30.0
NOTES = 220


def value(p: Settings, project: tuple[float, ...], **owner: Scalar) -> Scalar:
    """Return what a project is worth to an owner, of 100 invested."""
    first, years, yearly, others = project
    return 100 * value_to_owner(
        discount_rate=p.discount_rate,
        first_return=first,
        years_of_return=years,
        yearly_return=yearly,
        gain_of_others=others,
        **owner,
    )


def to_owner(p: Settings, project: tuple[float, ...]) -> Scalar:
    """Return what a project is worth to the reader's owner."""
    return value(
        p,
        project,
        horizon=p.horizon,
        objective_weight=p.objective_weight,
        covered_part=p.covered_part,
    )


def to_all(p: Settings, project: tuple[float, ...]) -> Scalar:
    """Return what a project is worth over its whole life and to everybody."""
    return value(p, project, horizon=WHOLE_LIFE, objective_weight=1.0, covered_part=0.0)


def yes(condition: Scalar) -> Scalar:
    """Return 1 where a condition holds, else 0."""
    return where(condition, lambda: 1, lambda: 0)


def show(p: Settings) -> View:
    """Return which projects the owner begins, and which are worth it to all."""
    table = [
        {
            "project": name,
            "own": to_owner(p, project),
            "all": to_all(p, project),
            "begun": yes(to_owner(p, project) > 0),
        }
        for name, project in PROJECTS.items()
    ]
    worth = [yes(row["all"] > 0) for row in table]
    missed = total(w * (1 - row["begun"]) for w, row in zip(worth, table, strict=True))
    wasted = total((1 - w) * row["begun"] for w, row in zip(worth, table, strict=True))
    sentence = Sentence(
        _(
            "This owner begins {begun} of five projects. Over their whole life and for everybody "
            "{worth} are worth it: refused of these: {missed}. Of those that are not worth it "
            "the number begun is {wasted}."
        ),
        begun=Value(total(row["begun"] for row in table), plain(0)),
        worth=Value(total(worth), plain(0)),
        missed=Value(missed, plain(0)),
        wasted=Value(wasted, plain(0)),
    )
    shown = rows(
        table,
        project=Column(_("Project")),
        own=Column(_("Worth to this owner, of 100 invested"), plain(1)),
        all=Column(_("Worth to all over its life, of 100 invested"), plain(1)),
        begun=Column(_("Begun (1) or not (0)"), plain(0)),
    )
    return View([sentence], {"projects": shown})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar a project from zero to its worth for the owner, and a stroke at that to all."""
    x, everybody = (
        across(name, _("Worth, of 100 invested"), [-110, 280], ticks=[-100, 0, 100, 200])
        for name in ("own", "all")
    )
    y = listed("project", list(PROJECTS), ticks=False)
    filled = alt.FillOpacity(
        "begun:N", scale=alt.Scale(domain=[0, 1], range=[0.25, 1]), legend=None
    )
    bars = charts.projects.mark_bar(
        color=colour("series-1"), stroke=colour("series-1"), height={"band": 0.55}
    ).encode(x=x, x2=alt.X2Datum(0), y=y, fillOpacity=filled)
    strokes = charts.projects.mark_tick(
        color=colour("series-2"), size=26, thickness=4, opacity=1
    ).encode(x=everybody, y=y)
    nothing = charts.projects.mark_rule(aria=False).encode(x=alt.datum(0))
    notes = written(
        charts.projects,
        [(_("bar: this owner"), "series-1"), (_("stroke: everybody"), "series-2")],
        side="right",
        top=NOTES,
    )
    return alt.layer(bars, nothing, strokes, *notes)


EXPLORER = Explorer(
    slug="which-projects-survive",
    title=_("Which projects survive"),
    question=_("Five projects, one owner at a time. Which are begun, and which should be?"),
    description=_(
        "Five bars, one a project, from zero to what it is worth to the owner: full where it is "
        "begun, pale where it is refused. A stroke on each row marks what the project is worth to "
        "everybody over its whole life."
    ),
    kind="illustrative",
    chapter=10,
    height=320,
    controls=[
        slider("horizon", step=1, low=3, high=25, start=5, form=plain(0)),
        slider("objective_weight", step=0.1, form=percent(0)),
        slider("covered_part", step=0.1, high=0.5, form=percent(0)),
        slider("discount_rate", step=0.01, low=0.06, high=0.12),
    ],
    named={
        "begun": _("Projects begun, of five"),
        "worth": _("Projects worth it for everybody"),
        "missed": _("Projects worth it and refused"),
        "wasted": _("Projects not worth it and begun"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Risk: each project pays what is written on it. Failure has an explorer of its own."),
        _("Effort: who is covered may also try less, so that the projects themselves get worse."),
        _("Whose money it is, and what else it could do; the rate stands for that."),
        _("Any real project: returns and gains of others are chosen for teaching."),
    ],
    sources=["huang2024", "kornai2003"],
    predict=Prediction(
        "missed",
        _(
            "Five projects; over their whole life and for everybody four are worth it. An owner "
            "looks five years ahead and counts only its own returns. How many of the four does it "
            "refuse?"
        ),
        low=0,
        high=5,
        step=1,
    ),
)
