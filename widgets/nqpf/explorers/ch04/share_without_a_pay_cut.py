"""A labour share that falls although no sector pays less: China's move out of farming."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import written
from nqpf.explorers.core.parts import Column, Sentence, Value, observations, plain_slider, rows
from nqpf.explorers.core.style import colour
from nqpf.numbers import percent, points, year
from nqpf.words import _

FIRST, LAST = 1978, 2023


def farming() -> list[float]:
    """Return agriculture's share of output in China, a fraction a year from FIRST to LAST."""
    by_year = {
        row["year"]: float(str(row["share_percent"])) / 100
        for row in data.rows("structure_china")
        if (row["measure"], row["sector"], row["series"]) == ("output", "agriculture", "WDI")
    }
    return [round(by_year[when], 7) for when in range(FIRST, LAST + 1)]


FARMING = farming()


def whole(when: Scalar, p: Settings) -> Scalar:
    """Return the whole economy's labour share, pay within farming and elsewhere held fixed."""
    part = lookup(FARMING, when - FIRST)
    return part * p.in_farming + (1 - part) * p.elsewhere


def show(p: Settings) -> View:
    """Return the change that comes from structure alone, in words and year by year."""
    start, end = whole(p.first_year, p), whole(p.last_year, p)
    moved = Sentence(
        _("Between {first} and {last} farming went from {before} of China’s output to {after}."),
        first=Value(p.first_year, year()),
        last=Value(p.last_year, year()),
        before=Value(lookup(FARMING, p.first_year - FIRST), percent(1)),
        after=Value(lookup(FARMING, p.last_year - FIRST), percent(1)),
    )
    alone = Sentence(
        _(
            "With labour paid the same part of income within each sector in all years, the whole "
            "economy’s labour share changes by {change} points."
        ),
        change=Value(end - start, points(1, signed=True)),
    )
    structure = observations(
        ({"year": FIRST + place, "farming": share} for place, share in enumerate(FARMING)),
        year=Column(_("Year"), year()),
        farming=Column(_("Farming’s share of output"), percent(1)),
    )
    shares = rows(
        ({"when": when, "share": whole(when, p)} for when in range(FIRST, LAST + 1, 3)),
        when=Column(_("Year"), year()),
        share=Column(_("Labour share from structure alone"), percent(1)),
    )
    ends = rows(
        [{"at": p.first_year, "share": start}, {"at": p.last_year, "share": end}],
        at=Column(_("Year set"), year()),
        share=Column(_("Labour share from structure alone"), percent(1)),
    )
    return View([moved, alone], {"structure": structure, "shares": shares, "ends": ends})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the observed share of farming, and the labour share that follows from it alone."""
    years = alt.Scale(domain=[FIRST, LAST], nice=False)
    scale = alt.Scale(domain=[0, 1])
    x = alt.X("year:Q", scale=years, title=None, axis=alt.Axis(format="d", tickCount=5))
    y = alt.Y(
        "farming:Q",
        title=_("Part of the whole"),
        scale=scale,
        axis=alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1]),
    )
    when, share = alt.X("when:Q", scale=years), alt.Y("share:Q", scale=scale)
    observed = charts.structure.mark_line(color=colour("series-3"), strokeWidth=3).encode(x=x, y=y)
    implied = charts.shares.mark_line(color=colour("series-1"), strokeDash=[6, 4]).encode(
        x=when, y=share
    )
    ends = charts.ends.mark_point(size=110, opacity=1, color=colour("series-1")).encode(
        x=alt.X("at:Q", scale=years), y=share
    )
    notes = written(
        charts.structure,
        [
            (_("solid: farming in output (observed)"), "series-3"),
            (_("dashed: labour share that follows"), "series-1"),
        ],
        side="above",
    )
    return alt.layer(observed, implied, ends, *notes)


EXPLORER = Explorer(
    slug="share-without-a-pay-cut",
    title=_("A falling share without a pay cut"),
    question=_("How much can the labour share fall if no sector pays labour a smaller part?"),
    description=_(
        "A line of farming’s share of China’s output falling from 1978 to 2023, and a dashed line "
        "of the labour share that would follow if pay within farming and elsewhere stayed as set."
    ),
    kind="observed",
    period=_("{first}–{last}; pay within sectors is yours").format(first=FIRST, last=LAST),
    chapter=4,
    controls=[
        plain_slider("first_year", _("From"), low=1978, high=1999, step=1, start=1995, form=year()),
        plain_slider("last_year", _("To"), low=2000, high=2023, step=1, start=2003, form=year()),
        plain_slider(
            "in_farming",
            _("Labour’s part of income in farming"),
            low=0.5,
            high=0.95,
            step=0.05,
            start=0.9,
            form=percent(0),
        ),
        plain_slider(
            "elsewhere",
            _("Labour’s part of income elsewhere"),
            low=0.35,
            high=0.65,
            step=0.05,
            start=0.45,
            form=percent(0),
        ),
    ],
    drag={"first_year": "ends.at", "last_year": "ends.at.1"},
    play="last_year",
    named={
        "before": _("Farming’s share of output in the first year"),
        "after": _("Farming’s share of output in the last year"),
        "change": _("Change of the labour share by structure alone, points"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Labour’s part within the sectors: the two figures are yours, not observed."),
        _("Differences between industry and services, and within each of them."),
        _("Why people left farming, and whether they were paid fairly before or after."),
    ],
    sources=["structure_china", "bai2010"],
)
