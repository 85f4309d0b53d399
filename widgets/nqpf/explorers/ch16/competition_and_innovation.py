"""Competition and innovation: up, down or both, by how fast those behind catch up."""

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curve_and_point, upward
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.rules_of_the_game import (
    competition_with_most_innovation,
    flow_of_innovation,
    research_of_rivals,
)
from nqpf.numbers import percent, plain
from nqpf.words import _


def flow(p: Settings, competition: Scalar) -> Scalar:
    """Return innovations a year at one degree of competition."""
    return flow_of_innovation(competition=competition, imitation_rate=p.imitation_rate)


def show(p: Settings) -> View:
    """Return what competition does here in words, and innovation at every degree of it."""
    here = flow(p, p.competition)
    peak = competition_with_most_innovation(imitation_rate=p.imitation_rate)
    rivals = research_of_rivals(competition=p.competition, imitation_rate=p.imitation_rate)
    now = Sentence(
        _(
            "The industry makes {flow} innovations a year; its two firms are level {level} of the "
            "time. More competition would {effect}."
        ),
        flow=Value(here, plain(3)),
        level=Value(rivals.time_level, percent(0)),
        effect=word(
            where(p.competition < peak, lambda: 1, lambda: 0),
            [_("lower innovation"), _("raise innovation")],
        ),
    )
    most = Sentence(
        _(
            "Innovation is greatest, at {most} a year, where level rivals miss {peak} of what a "
            "leader earns."
        ),
        most=Value(flow(p, peak), plain(3)),
        peak=Value(peak, percent(0)),
    )
    line = curve(
        "competition",
        grid(0.5, 1, 51),
        lambda competition: {"flow": flow(p, competition)},
        competition=Column(_("Profit that level rivals miss by competing"), percent(0)),
        flow=Column(_("Innovations a year"), plain(3)),
    )
    point = rows(
        [{"at": p.competition, "flow": here, "peak": peak}],
        at=Column(_("Competition set"), percent(0)),
        flow=Column(_("Innovations a year"), plain(3)),
        peak=Column(_("Competition with most innovation"), percent(0)),
    )
    return View([now, most], {"line": line, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return innovation against competition, with a dashed rule where it is greatest."""
    title = _("Profit that level rivals miss")
    x, top = (across(name, title, [0.5, 1], format="%") for name in ("competition", "peak"))
    y = upward("flow", _("Innovations a year"), [0.95, 1.3], ticks=[1.0, 1.1, 1.2, 1.3])
    peak = charts.point.mark_rule(strokeDash=[5, 4], aria=False).encode(x=top)
    paths = curve_and_point(charts.line, charts.point, x=x, y=y, hue=colour("series-1"))
    return peak + paths


EXPLORER = Explorer(
    slug="competition-and-innovation",
    title=_("Competition and innovation"),
    question=_("Does more competition mean more innovation?"),
    description=_(
        "A line of innovations a year against the degree of competition, with a dashed rule at "
        "its peak. It falls all along where laggards hardly copy, has a hump in between, and "
        "rises all along where they copy fast."
    ),
    kind="illustrative",
    chapter=16,
    controls=[
        slider("competition", step=0.02, start=0.7),
        slider("imitation_rate", step=0.05, high=0.8, form=plain(2)),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Entry of new firms, leads of more than one step, and rates of interest above 0."),
        _("Other data: a hump in Britain (published 2005), a mild fall in America (2013)."),
        _("Where China’s industries lie on the line: we know of no measure of it."),
    ],
    sources=["aghion2005", "hashmi2013"],
)
