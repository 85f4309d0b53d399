"""A contest for one prize: what a leader answers, and what rivals at home leave of the gain."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curves_and_points, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider
from nqpf.models.innovation.contest import (
    contenders_effort,
    contenders_gain,
    contenders_share,
    leaders_effort,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

NEAREST = 1.0


def outcomes(proximity: Scalar, p: Settings) -> dict[str, Scalar]:
    """Return what the contenders win and keep, and the leader's answer, at one proximity."""
    case = {"contenders": p.contenders, "proximity": proximity}
    return {
        "won": contenders_share(**case),
        "kept": contenders_gain(**case, lasting_part=p.lasting_part),
        "answer": leaders_effort(**case),
    }


def show(p: Settings) -> View:
    """Return who spends and wins what at the reader's setting, and over all proximities."""
    here = outcomes(p.proximity, p)
    spent = contenders_effort(contenders=p.contenders, proximity=p.proximity)
    alone = contenders_gain(contenders=1.0, proximity=p.proximity, lasting_part=p.lasting_part)
    contest = Sentence(
        _(
            "With {number} from one country in the contest, each at {near} of the leader’s "
            "strength, they win {won} of the prize together and spend {spent} of it. The leader "
            "answers with {answer}."
        ),
        number=Value(p.contenders, plain(0)),
        near=Value(p.proximity, percent(0)),
        won=Value(here["won"], percent(1)),
        spent=Value(spent, percent(1)),
        answer=Value(here["answer"], percent(1)),
    )
    left = Sentence(
        _(
            "Counting what lasts of the outlay, {kept} of the prize is left to their country. With "
            "a single contender it would be {alone}."
        ),
        kept=Value(here["kept"], percent(1)),
        alone=Value(alone, percent(1)),
    )
    columns = {
        "won": Column(_("Won together"), percent(1)),
        "kept": Column(_("Left to the country"), percent(1)),
        "answer": Column(_("The leader’s answer"), percent(1)),
    }
    lines = curve(
        "near",
        grid(0.05, NEAREST, 39),
        lambda near: outcomes(near, p),
        near=Column(_("Strength"), percent(0)),
        **columns,
    )
    point = rows([{"at": p.proximity} | here], at=Column(_("Strength set"), percent(0)), **columns)
    return View([contest, left], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return three curves over the contenders' strength, each with the reader's point."""
    x = across("near", _("Strength of a contender"), [0, NEAREST], format="%")
    layers = curves_and_points(
        charts.lines,
        charts.point,
        x=x,
        y=lambda field: upward(field, _("Part of the prize"), [0, 1], format="%"),
        lines=[
            ("won", "series-1", [1, 0]),
            ("kept", "series-3", [6, 4]),
            ("answer", "series-2", [2, 3]),
        ],
    )
    notes = written(
        charts.lines,
        [
            (_("solid: won together"), "series-1"),
            (_("dashed: left to the country"), "series-3"),
            (_("dotted: the leader’s answer"), "series-2"),
        ],
        side="above",
    )
    return alt.layer(*layers, *notes)


EXPLORER = Explorer(
    slug="who-answers",
    title=_("Who answers?"),
    question=_("Four firms of one country challenge a leader. Does the rivalry at home pay?"),
    description=_(
        "Two curves rise with the contenders’ strength: what they win together and what is left to "
        "their country. A third, the leader’s answer, rises, is highest where they hold half, and "
        "falls again."
    ),
    kind="illustrative",
    chapter=7,
    controls=[
        slider(
            "proximity",
            label=_("Strength of a contender, compared with the leader"),
            step=0.05,
            low=0.05,
            high=NEAREST,
            start=0.5,
            form=percent(0),
        ),
        slider("contenders", step=1, low=1, high=12, start=4, form=plain(0)),
        slider("lasting_part", step=0.05, low=0, high=1, start=0.5, form=percent(0)),
    ],
    drag={"proximity": "point.at"},
    named={
        "won": _("Part of the prize won together"),
        "spent": _("Part of the prize spent"),
        "alone": _("Left to the country with a single contender"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Any real contest: the prize is one, and shared by what each spends."),
        _("A leader who refuses to sell, or who is helped by a government of its own."),
        _("A prize that grows because more take part, and cheaper goods for those who buy."),
        _("Rivals who are unequal among themselves, or who agree to act as one."),
    ],
    sources=["dixit1987"],
)
