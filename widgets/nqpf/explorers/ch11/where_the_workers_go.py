"""One sector gets better faster than the other: which of them do people leave?"""

import altair as alt

from nqpf.algebra import Scalar, exp
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, curve_and_point, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    plain_slider,
    rows,
    slider,
)
from nqpf.explorers.core.style import colour
from nqpf.models.structure.structural_change import employment_shares, growth_of_all_sectors
from nqpf.models.structure.structure_measures import advancement
from nqpf.numbers import counted, percent, plain
from nqpf.words import _

YEARS = 60
WEIGHTS = [0.5, 0.5]


def state(p: Settings, year: Scalar) -> dict[str, Scalar]:
    """Return the share of manufacturing in employment, and growth of both sectors together."""
    case = {
        "taste_weights": WEIGHTS,
        "sector_growth": [p.manufacturing, p.services],
        "consumption_elasticity": p.consumption_elasticity,
        "year": year,
    }
    return {"share": employment_shares(**case)[0], "growth": growth_of_all_sectors(**case)}


def show(p: Settings) -> View:
    """Return where people work and what grows, in words and over sixty years."""
    start, now = state(p, 0.0), state(p, p.year)
    people = Sentence(
        _(
            "After {years} manufacturing employs {share} of all who work; at the start it "
            "was half. Services over manufacturing, in money, have gone from 1 to {advancement}."
        ),
        years=Value(p.year, counted(_("year"), _("years"))),
        share=Value(now["share"], percent(1)),
        advancement=Value(
            advancement(services_output=1 - now["share"], industry_output=now["share"]), plain(2)
        ),
    )
    gap = exp((p.manufacturing - p.services) * p.year)
    goods = Sentence(
        _(
            "In goods made, manufacturing over services has gone from 1 to {made}. "
            "Productivity of both together grows by {growth} a year; at first it was "
            "{before}."
        ),
        made=Value(gap * now["share"] / (1 - now["share"]), plain(2)),
        growth=Value(now["growth"], percent(2)),
        before=Value(start["growth"], percent(2)),
    )
    headings = {
        "share": Column(_("Manufacturing’s part of employment"), percent(1)),
        "growth": Column(_("Growth of productivity, both together"), percent(2)),
    }
    lines = curve(
        "after",
        grid(0, YEARS, YEARS + 1),
        lambda after: state(p, after),
        after=Column(_("Years"), plain(0)),
        **headings,
    )
    point = rows([{"at": p.year, **now}], at=Column(_("Years"), plain(0)), **headings)
    return View([people, goods], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the share of manufacturing over the years, above growth of both sectors together."""
    x = across("after", _("Years"), [0, YEARS], ticks=[0, 10, 20, 30, 40, 50, 60])
    share = upward("share", _("Share of people"), [0, 1], ticks=[0, 0.5, 1], format="%")
    growth = upward("growth", _("Growth a year"), [-0.01, 0.06], ticks=4, format="%")
    upper = curve_and_point(charts.lines, charts.point, x=x, y=share, hue=colour("series-1"))
    half = charts.lines.mark_rule(strokeDash=[4, 4], aria=False).encode(y=alt.datum(0.5))
    lower = curve_and_point(charts.lines, charts.point, x=x, y=growth, hue=colour("series-2"))
    named = written(charts.lines, [(_("working in manufacturing"), "series-1")], side="above")
    below = written(charts.lines, [(_("productivity of both together"), "series-2")], side="above")
    return above_one_another(
        alt.layer(half, upper, *named), alt.layer(lower, *below), heights=(140, 110)
    )


EXPLORER = Explorer(
    slug="where-the-workers-go",
    title=_("Where the workers go"),
    question=_(
        "Manufacturing gets better three times as fast as services. Does it take people in, or "
        "let them go?"
    ),
    description=_(
        "Two lines over sixty years. Above, manufacturing’s part of employment falls if goods "
        "complement one another and rises if they replace one another. Below, growth of "
        "productivity falls towards that of services, or rises towards that of manufacturing."
    ),
    kind="illustrative",
    chapter=11,
    controls=[
        slider("consumption_elasticity", step=0.05, start=0.3),
        plain_slider(
            "manufacturing",
            _("Growth of productivity in manufacturing, a year"),
            low=0.0,
            high=0.06,
            step=0.005,
            start=0.03,
            form=percent(1),
        ),
        plain_slider(
            "services",
            _("Growth of productivity in services, a year"),
            low=-0.01,
            high=0.06,
            step=0.005,
            start=0.01,
            form=percent(1),
        ),
        slider("year", step=1, start=50, form=plain(0), label=_("Years from the start")),
    ],
    drag={"year": "point.at"},
    play="year",
    named={
        "share": _("Manufacturing’s part of employment"),
        "advancement": _("Services over manufacturing, in money"),
        "made": _("Manufacturing over services, in goods made"),
        "before": _("Growth of productivity at first"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Income: in the model the rich buy the same mix as the poor; in records they do not."),
        _("Trade: a country that sells its manufactures abroad keeps people in them for longer."),
        _("Capital, and services that are sold to manufacturers and so rise with them."),
        _("Any economy: the numbers are chosen for teaching."),
    ],
    sources=["ngai2007", "baumol1967", "rodrik2016"],
    predict=Prediction(
        "share",
        _(
            "Half of all people work in manufacturing, half in services. Manufacturing gets better "
            "by 3% a year, services by 1%, and buyers want both in about the same proportion. What "
            "part works in manufacturing after 50 years?"
        ),
        low=0,
        high=1,
        step=0.01,
    ),
)
