"""The hypothetical case of chapter 2: the same growth, and three shares for productivity."""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.declaration import Explorer, Settings, View
from nqpf.explorers.parts import Column, Sentence, Value, curve, grid, rows, slider, toggle
from nqpf.explorers.style import colour, series
from nqpf.models.growth import growth_contributions
from nqpf.models.growth_conventions import (
    growth_with_induced_capital,
    productivity_share_of_growth,
)
from nqpf.numbers import percent, points
from nqpf.words import _

LABOUR_GROWTH = -0.005
PARTS = [_("Capital"), _("Labour"), _("Productivity")]


def parts_of_growth(p: Settings, capital_share: Scalar) -> tuple[Scalar, Scalar, Scalar]:
    """Return what capital, labour and productivity add, by the convention that the reader set."""
    plain = growth_contributions(
        output_growth=p.output_growth,
        capital_growth=p.capital_growth,
        labour_growth=LABOUR_GROWTH,
        capital_share=capital_share,
    )
    credited = growth_with_induced_capital(
        productivity_growth=plain.productivity, capital_share=capital_share
    )
    productivity = where(p.credit > 0.5, lambda: credited, lambda: plain.productivity)
    labour = where(p.credit > 0.5, lambda: LABOUR_GROWTH, lambda: plain.labour)
    return p.output_growth - labour - productivity, labour, productivity


def share_of_growth(p: Settings, capital_share: Scalar) -> Scalar:
    """Return productivity's share of growth, by the convention that the reader set."""
    return productivity_share_of_growth(
        productivity_growth=parts_of_growth(p, capital_share)[2], output_growth=p.output_growth
    )


def show(p: Settings) -> View:
    """Return the parts in words and as a bar, and the share for every capital share."""
    parts = parts_of_growth(p, p.capital_share)
    sentence = Sentence(
        _("Of growth of {growth} a year, productivity adds {points} points: {share} of growth."),
        growth=Value(p.output_growth, percent(1)),
        points=Value(parts[2], points(2)),
        share=Value(share_of_growth(p, p.capital_share), percent(1)),
    )
    bar = rows(
        (
            {"part": part, "order": order, "contribution": value}
            for order, (part, value) in enumerate(zip(PARTS, parts, strict=True))
        ),
        part=Column(_("Part")),
        contribution=Column(_("Points a year"), points(2)),
    )
    shares = curve(
        "capital_share",
        grid(0.3, 0.6, 31),
        lambda capital_share: {"share": share_of_growth(p, capital_share)},
        capital_share=Column(_("Capital share"), percent(0)),
        share=Column(_("Productivity’s share of growth"), percent(1)),
    )
    here = rows(
        [{"at": p.capital_share, "share": share_of_growth(p, p.capital_share)}],
        at=Column(_("Capital share set above"), percent(0)),
        share=Column(_("Productivity’s share of growth"), percent(1)),
    )
    return View([sentence], {"bar": bar, "shares": shares, "here": here})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the stacked bar above the curve on which the reader's capital share is a point."""
    bar = (
        charts.bar.transform_calculate(percent="datum.contribution * 100")
        .mark_bar(size=28)
        .encode(
            x=alt.X(
                "percent:Q",
                title=_("Percentage points a year"),
                scale=alt.Scale(domain=[-6, 14]),
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
        .properties(height=40)
    )
    x = alt.X(
        "capital_share:Q",
        title=_("Capital share"),
        scale=alt.Scale(domain=[0.3, 0.6], zero=False),
        axis=alt.Axis(format="%"),
    )
    y = alt.Y(
        "share:Q",
        title=_("Productivity’s share of growth"),
        scale=alt.Scale(domain=[-1.2, 1.4], clamp=True),
        axis=alt.Axis(format="%", tickCount=5),
    )
    line = charts.shares.mark_line(color=colour("series-4"), clip=True).encode(x=x, y=y)
    point = charts.here.mark_point(size=120, color=colour("series-4")).encode(
        x=alt.X("at:Q"), y=alt.Y("share:Q")
    )
    return alt.vconcat(bar, (line + point).properties(height=150), spacing=16)


EXPLORER = Explorer(
    slug="sources-of-growth",
    title=_("Where does growth come from?"),
    question=_("Is this growth led by productivity? Try to get three different answers."),
    description=_(
        "A stacked bar of what capital, labour and productivity add to growth. Below it a curve: "
        "the larger the capital share, the smaller productivity’s share of growth."
    ),
    kind="illustrative",
    chapter=2,
    controls=[
        slider("output_growth", step=0.005, low=0.04, high=0.08, form=percent(1)),
        slider("capital_growth", step=0.005, low=0.04, high=0.1, form=percent(1)),
        slider("capital_share", step=0.01, low=0.3, high=0.6),
        toggle(
            "credit",
            _("Credit productivity with the capital that better technology called forth"),
            off=_("no"),
            on=_("yes"),
        ),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Skills and hours: labour here is a head count that shrinks by half a per cent a year."),
        _("Where the capital share comes from, and whether competition makes it the right weight."),
        _("Mistakes in the figures, all of which would end in the part called productivity."),
    ],
    sources=["solow1957", "klenow1997"],
)
