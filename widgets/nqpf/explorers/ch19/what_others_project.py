"""What others project for China's growth, beside the teaching scenario: who said what, and when?"""

from itertools import pairwise

import altair as alt

from nqpf import data
from nqpf.algebra import lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    plain_slider,
    rows,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.scenario import FIRST_YEAR, HORIZON, scenario_years
from nqpf.numbers import percent, plain, year
from nqpf.words import _

ROWS = [
    row
    for row in data.rows("growth_projections")
    if row["unit"] == "percent a year" and row["period_end"] > FIRST_YEAR
]
LAST = FIRST_YEAR + HORIZON
YEARS = range(FIRST_YEAR + 1, LAST + 1)
PATH = [one.output for one in scenario_years({})]
BASELINE = [after / before - 1 for before, after in pairwise(PATH)]
HALF = 0.0006  # half of a bar's thickness, so that a single figure is a bar too


def publication(row: data.Row) -> str:
    """Return who published a projection, and in which year."""
    return f"{row['institution']}, {row['published'][:4]}"


PUBLICATIONS = list(dict.fromkeys(map(publication, ROWS)))


def reaching(when: int) -> list[data.Row]:
    """Return the projections that speak of a year."""
    return [row for row in ROWS if row["period_start"] <= when <= row["period_end"]]


LOWEST = [min(row["value_low"] for row in reaching(when)) / 100 for when in YEARS]
HIGHEST = [max(row["value_high"] for row in reaching(when)) / 100 for when in YEARS]
COUNTS = [len(reaching(when)) for when in YEARS]


def last_words(who: str) -> tuple[str, str]:
    """Return the growth that a publication gives for the last years it speaks of, and the years."""
    mine = [row for row in ROWS if publication(row) == who]
    end = max(row["period_end"] for row in mine)
    said = [row for row in mine if row["period_end"] == end]
    start = min(row["period_start"] for row in said)
    low = percent(1).text(min(row["value_low"] for row in said) / 100)
    high = percent(1).text(max(row["value_high"] for row in said) / 100)
    growth = low if low == high else _("{low} to {high}").format(low=low, high=high)
    return growth, str(end) if start == end else f"{start}–{end}"


LAST_WORDS = list(map(last_words, PUBLICATIONS))


def show(p: Settings) -> View:
    """Return what all say of a year, and what the chosen publication says of its last years."""
    place = p.when - YEARS[0]
    everyone = Sentence(
        _(
            "{count} of these projections speak of {when}: they run from {low} to {high} a year. "
            "The teaching baseline has {baseline}."
        ),
        when=Value(p.when, year()),
        count=Value(lookup(COUNTS, place), plain(0)),
        low=Value(lookup(LOWEST, place), percent(1)),
        high=Value(lookup(HIGHEST, place), percent(1)),
        baseline=Value(lookup(BASELINE, place), percent(1)),
    )
    chosen = Sentence(
        _("{who}: {growth} a year in {years}."),
        who=word(p.who, PUBLICATIONS),
        growth=word(p.who, [growth for growth, _years in LAST_WORDS]),
        years=word(p.who, [years for _growth, years in LAST_WORDS]),
    )
    columns = {
        "who": Column(_("Published by")),
        "case": Column(_("Case")),
        "start": Column(_("From"), year()),
        "end": Column(_("To"), year()),
        "low": Column(_("Growth a year, at least"), percent(2)),
        "high": Column(_("at most"), percent(2)),
    }
    records = [
        {
            "publication": PUBLICATIONS.index(publication(row)),
            "who": publication(row),
            "case": row["scenario"],
            "start": row["period_start"],
            "end": row["period_end"],
            "low": row["value_low"] / 100,
            "high": row["value_high"] / 100,
            "left": max(row["period_start"], FIRST_YEAR) - 0.5,
            "right": min(row["period_end"], LAST) + 0.5,
            "bottom": row["value_low"] / 100 - HALF,
            "top": row["value_high"] / 100 + HALF,
        }
        for row in ROWS
    ]
    path = observations(
        ({"year": when, "growth": growth} for when, growth in zip(YEARS, BASELINE, strict=True)),
        year=Column(_("Year"), year()),
        growth=Column(_("Growth in the teaching baseline"), percent(2)),
    )
    here = rows(
        [{"when": p.when, "growth": lookup(BASELINE, place)}],
        when=Column(_("Year chosen"), year()),
        growth=Column(_("Growth in the teaching baseline"), percent(2)),
    )
    return View(
        [everyone, chosen],
        {
            "mine": observations(records, keep={"publication": p.who}, **columns),
            "all": observations(records, keep=None, **columns),
            "path": path,
            "here": here,
        },
    )


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return every projection as a bar over its years, the chosen ones filled, and the baseline."""
    x = across(
        "left",
        None,
        [FIRST_YEAR - 0.5, LAST + 0.5],
        ticks=[2025, 2030, 2035, 2040, LAST],
        format="d",
    )
    y = upward(
        "bottom", _("Growth of output a year"), [0, 0.09], ticks=[0, 0.02, 0.04, 0.06], format="%"
    )
    over = {"x": x, "x2": "right:Q", "y": y, "y2": "top:Q"}
    others = charts.all.mark_rect(color=colour("muted"), opacity=0.45).encode(**over)
    mine = charts.mine.mark_rect(
        color=colour("series-1"), stroke=colour("series-1"), strokeWidth=2.5, opacity=1
    ).encode(**over)
    path = charts.path.mark_line(color=colour("ink"), strokeDash=[6, 4])
    at = charts.here.mark_rule(color=colour("series-2"), strokeDash=[2, 3], strokeWidth=2)
    here = charts.here.mark_point(size=90, color=colour("ink"), filled=True, opacity=1)
    named = written(
        charts.path,
        [
            (_("filled: the one chosen"), "series-1"),
            (_("grey: all the others"), "muted"),
            (_("dashed: teaching baseline"), "ink"),
        ],
        side="right",
    )
    return alt.layer(
        others,
        mine,
        at.encode(x=alt.X("when:Q"), y=alt.datum(0), y2=alt.datum(0.068)),
        path.encode(x=alt.X("year:Q"), y=alt.Y("growth:Q")),
        here.encode(x=alt.X("when:Q"), y=alt.Y("growth:Q")),
        *named,
    )


EXPLORER = Explorer(
    slug="what-others-project",
    title=_("What others project"),
    question=_(
        "How far apart are those who have projected China’s growth for one and the same year?"
    ),
    description=_(
        "Bars over the years that projections speak of, at the growth that they give. Most lie "
        "between 4 and 6 per cent before 2030, and between 2 and 4 after 2035, where few speak. "
        "The dashed growth of the teaching baseline falls through the middle of them."
    ),
    kind="observed",
    period=_("projections published 2012–2025"),
    chapter=19,
    height=320,
    controls=[
        select(
            "who",
            _("Published by"),
            PUBLICATIONS,
            start=PUBLICATIONS.index("Economist Intelligence Unit, 2022"),
        ),
        plain_slider(
            "when",
            _("Year that is spoken of"),
            low=YEARS[0],
            high=LAST,
            step=1,
            start=2035,
            form=year(),
        ),
    ],
    drag={"when": "here.when"},
    play="when",
    named={
        "count": _("Projections that speak of the year"),
        "low": _("Lowest projection, a year"),
        "high": _("Highest projection, a year"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What each supposes: some show a likely case, some a warning, one is an official aim."),
        _("Projections that were not found, or whose figures no readable source gives."),
        _("How sure each is: hardly one of them gives a range."),
    ],
    sources=["growth_projections", "solow1956"],
)
