"""The hypothetical case of chapter 2: the same growth, and three shares for productivity."""

from typing import Any

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import on_paper, once
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    rows,
    slider,
    toggle,
    word,
)
from nqpf.explorers.core.style import colour, series
from nqpf.models.growth import growth_contributions
from nqpf.models.growth.growth_conventions import (
    growth_with_induced_capital,
    productivity_share_of_growth,
)
from nqpf.numbers import percent, points
from nqpf.words import _

LABOUR_GROWTH = -0.005
PARTS = [_("Capital"), _("Labour"), _("Productivity")]
PLAIN, CREDITED = _("plain account"), _("induced capital credited")


def parts_of_growth(p: Settings, capital_share: Scalar) -> tuple[Scalar, Scalar, Scalar]:
    """Return what capital, labour and productivity add in the plain account."""
    parts = growth_contributions(
        output_growth=p.output_growth,
        capital_growth=p.capital_growth,
        labour_growth=LABOUR_GROWTH,
        capital_share=capital_share,
    )
    return parts.capital, parts.labour, parts.productivity


def credited_parts(p: Settings, capital_share: Scalar) -> tuple[Scalar, Scalar, Scalar]:
    """Return the parts when the capital that productivity calls forth is credited to it."""
    productivity = growth_with_induced_capital(
        productivity_growth=parts_of_growth(p, capital_share)[2], capital_share=capital_share
    )
    return p.output_growth - LABOUR_GROWTH - productivity, LABOUR_GROWTH, productivity


def shares(p: Settings, capital_share: Scalar) -> dict[str, Scalar]:
    """Return productivity's share of growth by both conventions."""
    plain, credited = (
        productivity_share_of_growth(
            productivity_growth=parts(p, capital_share)[2], output_growth=p.output_growth
        )
        for parts in (parts_of_growth, credited_parts)
    )
    return {"plain": plain, "credited": credited}


def chosen(p: Settings, plain: Scalar, credited: Scalar) -> Scalar:
    """Return what belongs to the convention that the reader set."""
    return where(p.credit > 0.5, lambda: credited, lambda: plain)


def show(p: Settings) -> View:
    """Return the parts in words and as a bar, and the share for every capital share."""
    both = zip(parts_of_growth(p, p.capital_share), credited_parts(p, p.capital_share), strict=True)
    parts = [chosen(p, plain, credited) for plain, credited in both]
    share = chosen(p, **shares(p, p.capital_share))
    sentence = Sentence(
        _("Of growth of {growth} a year, productivity adds {points} points: {share} of growth."),
        growth=Value(p.output_growth, percent(1)),
        points=Value(parts[2], points(2)),
        share=Value(share, percent(1)),
    )
    verdict = Sentence(
        _("By this account the larger part comes from {leader}."),
        leader=word(
            where(parts[2] > parts[0], lambda: 1, lambda: 0), [_("capital"), _("productivity")]
        ),
    )
    bar = rows(
        (
            {"part": part, "order": order, "contribution": value}
            for order, (part, value) in enumerate(zip(PARTS, parts, strict=True))
        ),
        part=Column(_("Part")),
        contribution=Column(_("Points a year"), points(2)),
    )
    lines = curve(
        "capital_share",
        grid(0.3, 0.6, 16),
        lambda capital_share: shares(p, capital_share),
        capital_share=Column(_("Capital share"), percent(0)),
        plain=Column(_("Productivity’s share of growth, plain account"), percent(1)),
        credited=Column(_("With induced capital credited"), percent(1)),
    )
    here = rows(
        [{"at": p.capital_share, "share": share}],
        at=Column(_("Capital share set"), percent(0)),
        share=Column(_("Productivity’s share of growth"), percent(1)),
    )
    return View([sentence, verdict], {"bar": bar, "lines": lines, "here": here})


def stacked(bar: Any) -> Any:
    """Return the parts of growth as one stacked bar."""
    return (
        bar.transform_calculate(percent="datum.contribution * 100")
        .mark_bar(size=26)
        .encode(
            x=alt.X(
                "percent:Q",
                title=_("Percentage points a year"),
                scale=alt.Scale(domain=[-4.5, 12.5], nice=False),
                axis=alt.Axis(values=[-4, -2, 0, 2, 4, 6, 8, 10, 12]),
            ),
            color=alt.Color(
                "part:N",
                sort=PARTS,
                title=None,
                scale=alt.Scale(domain=PARTS, range=series(4)[:2] + series(4)[3:]),
                legend=alt.Legend(columns=3),
            ),
            order=alt.Order("order:Q"),
        )
        .properties(height=36)
    )


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the bar above both conventions' curves, on one of which the reader's point lies."""
    x = alt.X(
        "capital_share:Q",
        title=_("Capital share"),
        scale=alt.Scale(domain=[0.3, 0.6], zero=False),
        axis=alt.Axis(format="%", values=[0.3, 0.4, 0.5, 0.6], labelFlush=False),
    )
    scale = alt.Scale(domain=[-0.2, 1.6])
    axis = alt.Axis(format="%", values=[0, 0.5, 1, 1.5])
    y = alt.Y("share:Q", title=_("Productivity’s share"), scale=scale, axis=axis)
    lines = charts.lines.mark_line(color=colour("series-4")).encode(x=x)
    names = once(charts.lines).mark_text(align="left", dx=4, dy=-20)
    point = charts.here.mark_point(size=140, opacity=1, color=colour("series-4")).encode(
        x=alt.X("at:Q"), y=y
    )
    curves = alt.layer(
        lines.encode(y=alt.Y("plain:Q", title=None, scale=scale)),
        lines.mark_line(color=colour("series-4"), strokeDash=[6, 4]).encode(
            y=alt.Y("credited:Q", title=None, scale=scale)
        ),
        *on_paper(names.encode(x=x, y=alt.Y("plain:Q", scale=scale), text=alt.value(PLAIN))),
        *on_paper(names.encode(x=x, y=alt.Y("credited:Q", scale=scale), text=alt.value(CREDITED))),
        point,
    )
    return alt.vconcat(stacked(charts.bar), curves.properties(height=170), spacing=16)


EXPLORER = Explorer(
    slug="sources-of-growth",
    title=_("Where does growth come from?"),
    question=_("Is this growth led by productivity? Leave the facts alone and change the account."),
    description=_(
        "A stacked bar of what capital, labour and productivity add to growth. Below it two "
        "curves, one for each convention: the larger the capital share, the smaller "
        "productivity’s share of growth; crediting induced capital lifts it."
    ),
    kind="illustrative",
    chapter=2,
    controls=[
        slider("capital_share", step=0.01, low=0.3, high=0.6, label=_("Capital’s share of income")),
        toggle(
            "credit",
            _("Credit productivity with the capital that better technology called forth"),
            off=_("no"),
            on=_("yes"),
        ),
        slider("output_growth", step=0.005, low=0.05, high=0.08, form=percent(1)),
        slider("capital_growth", step=0.005, low=0.055, high=0.09, form=percent(1)),
    ],
    drag={"capital_share": "here.at"},
    sketch=Sketch(
        "lines.plain",
        _(
            "Take capital’s share of income to be larger and larger. Which part of growth "
            "is left to productivity? Draw it, by the plain account."
        ),
        higher=_(
            "A larger capital share credits capital with more than you thought, and leaves "
            "productivity less."
        ),
        lower=_("At this share productivity is left with more of growth than you thought."),
    ),
    named={
        "points": _("Productivity, points of growth a year"),
        "leader": _("Larger part of growth"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Skills and hours: labour here is a head count that shrinks by half a per cent a year."),
        _("Where the capital share comes from, and whether competition makes it the right weight."),
        _("Mistakes in the figures, all of which would end in the part called productivity."),
    ],
    sources=["solow1957", "klenow1997"],
)
