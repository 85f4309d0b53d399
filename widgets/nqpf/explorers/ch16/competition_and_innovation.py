"""Competition and innovation: up, down or both, by how fast those behind catch up."""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import (
    above_one_another,
    across,
    curve_and_point,
    curves_and_points,
    upward,
    written,
)
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.rules_of_the_game import (
    competition_with_most_innovation,
    flow_of_innovation,
    research_of_rivals,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

CARTEL, WAR = 0.5, 1.0
SLOWEST, FASTEST = 0.1, 0.8


def parts(p: Settings, competition: Scalar) -> dict[str, Scalar]:
    """Return innovation over its greatest, and its two parts over those of a cartel."""
    case = {"imitation_rate": p.imitation_rate}
    here = research_of_rivals(competition=competition, **case)
    cartel = research_of_rivals(competition=CARTEL, **case)
    most = flow_of_innovation(competition=competition_with_most_innovation(**case), **case)
    return {
        "flow": flow_of_innovation(competition=competition, **case) / most,
        "effort": here.level / cartel.level,
        "level": here.time_level / cartel.time_level,
    }


def show(p: Settings) -> View:
    """Return what competition does here in words, and innovation and its parts at every degree."""
    here, peak = (
        parts(p, p.competition),
        competition_with_most_innovation(imitation_rate=p.imitation_rate),
    )
    more = where(p.competition < peak, lambda: 1, lambda: 0)
    rivals = research_of_rivals(competition=p.competition, imitation_rate=p.imitation_rate)
    now = Sentence(
        _(
            "Against a cartel level rivals try {effort} times as hard, and are level {level} times "
            "as often, {time} of the time. The industry innovates at {flow} of the most it could; "
            "more competition would {effect}."
        ),
        effort=Value(here["effort"], plain(2)),
        level=Value(here["level"], plain(2)),
        time=Value(rivals.time_level, percent(0)),
        flow=Value(here["flow"], percent(1)),
        effect=word(more, [_("lower that"), _("raise that")]),
    )
    most = Sentence(
        _("Innovation is greatest where level rivals compete away {peak} of a leader’s profit."),
        peak=Value(peak, percent(0)),
    )
    columns = {
        "flow": Column(_("Innovation, of the most"), percent(1)),
        "effort": Column(_("How hard level rivals try, over a cartel"), plain(2)),
        "level": Column(_("How often they are level, over a cartel"), plain(2)),
    }
    line = curve(
        "competition",
        grid(CARTEL, WAR, 51),
        lambda competition: parts(p, competition),
        competition=Column(_("Profit competed away by level rivals"), percent(0)),
        **columns,
    )
    point = rows(
        [{"at": p.competition, "peak": peak} | here],
        at=Column(_("Competition set"), percent(0)),
        peak=Column(_("Competition with most innovation"), percent(0)),
        **columns,
    )
    return View([now, most], {"line": line, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return innovation with a dashed rule at its top, and below it the two parts that make it."""
    ends, ticks = [CARTEL, WAR], [0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
    # The words at the right end take the room of the number before them.
    right = "datum.value > 0.95 ? 'price war' : datum.value > 0.85 ? '' : datum.label"
    names = f"datum.value < 0.55 ? 'cartel' : {right}"

    def wide(title: str | None) -> alt.X:
        at_end = {"condition": {"test": "datum.value > 0.95", "value": "right"}, "value": "center"}
        return across(
            "competition", title, ends, ticks=ticks, format="%", labelExpr=names, labelAlign=at_end
        )

    y = upward("flow", _("Innovation, of the most"), [0.84, 1.01], ticks=4, format="%")
    top = charts.point.mark_rule(strokeDash=[5, 4], aria=False).encode(
        x=across("peak", None, ends, ticks=ticks)
    )
    here = curve_and_point(charts.line, charts.point, x=wide(None), y=y, hue=colour("series-1"))
    most = written(charts.point, [(_("dashed: where innovation is most"), "muted")], side="above")
    upper = alt.layer(top, here, *most)
    title = _("Over a cartel")
    lower = curves_and_points(
        charts.line,
        charts.point,
        x=wide(_("Profit that level rivals compete away")),
        y=lambda field: upward(field, title, [0.4, 2.6], ticks=[0.5, 1, 1.5, 2, 2.5]),
        lines=[("effort", "series-2", []), ("level", "series-3", [6, 4])],
    )
    notes = written(
        charts.line,
        [
            (_("solid: how hard level rivals try"), "series-2"),
            (_("dashed: how often they are level"), "series-3"),
        ],
    )
    below = sum([*lower[1:], *notes], start=lower[0])
    return above_one_another(upper, below, heights=(160, 140))


EXPLORER = Explorer(
    slug="competition-and-innovation",
    title=_("Competition and innovation"),
    question=_("Does more competition mean more innovation?"),
    description=_(
        "Above, a line of innovation against the degree of competition, with a dashed rule at its "
        "top. It falls all along where laggards hardly copy, has a hump in between, and rises all "
        "along where they copy fast. Below, the two parts that make it: level rivals try harder, "
        "the stronger competition is, and are level less often."
    ),
    kind="illustrative",
    chapter=16,
    height=400,
    controls=[
        slider(
            "competition",
            label=_("Profit that level rivals compete away, over that of a leader"),
            step=0.02,
            start=0.6,
        ),
        slider("imitation_rate", step=0.05, low=SLOWEST, high=FASTEST, form=plain(2)),
    ],
    drag={"competition": "point.at"},
    named={
        "time": _("Part of the time in which they are level"),
        "effect": _("Effect of more competition"),
    },
    show=show,
    draw=draw,
    predict=Prediction(
        "peak",
        _(
            "Two firms make the same thing. As a cartel they compete away 50% of what a leader "
            "would earn, in a price war 100%. With laggards who catch up by copying at 0.50 a "
            "year: where is innovation greatest?"
        ),
        low=CARTEL,
        high=WAR,
        step=0.01,
    ),
    left_out=[
        _("Entry of new firms, leads of more than one step, and rates of interest above 0."),
        _("Quality: one innovation counts like another."),
        _("Where an industry lies on the line: that has to be measured, and is disputed."),
    ],
    sources=["aghion2005", "hashmi2013"],
)
