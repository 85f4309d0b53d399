"""A subsidy for clean research: how large must it be, for how long, and when can it stop?"""

import altair as alt

from nqpf.algebra import Scalar, minimum, where
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    plain_slider,
    rows,
    slider,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.green import (
    clean_over_dirty,
    subsidy_that_turns_research,
    years_of_clean_research,
)
from nqpf.numbers import counted, percent, plain
from nqpf.words import _

CAPITAL_SHARE = 1 / 3
PROGRESS = 0.02
CLEAN_LAG = 0.5
YEARS = 60
LOWEST, HIGHEST = 0.15, 2.0


def relative(p: Settings, year: Scalar) -> Scalar:
    """Return clean technology over dirty in a year, under the reader's subsidy."""
    return clean_over_dirty(
        clean_lag=CLEAN_LAG,
        clean_progress=PROGRESS,
        turn_year=p.turn_year,
        year=year,
        research_subsidy=p.research_subsidy,
        subsidy_years=p.subsidy_years,
        clean_elasticity=p.clean_elasticity,
        capital_share=CAPITAL_SHARE,
    )


def show(p: Settings) -> View:
    """Return what the subsidy must be, whether this one turns research for good, and the path."""
    behind = relative(p, p.turn_year)
    needed = subsidy_that_turns_research(
        clean_lag=behind, clean_elasticity=p.clean_elasticity, capital_share=CAPITAL_SHARE
    )
    lasting = years_of_clean_research(clean_lag=behind, clean_progress=PROGRESS)
    size = Sentence(
        _(
            "In year {turn} clean technology is at {behind} of dirty. To turn research the subsidy "
            "must be {needed} times private profit, and last more than {lasting} years."
        ),
        turn=Value(p.turn_year, plain(0)),
        behind=Value(behind, percent(0)),
        needed=Value(needed, plain(2)),
        lasting=Value(lasting, plain(0)),
    )
    outcome = where(
        p.research_subsidy < needed,
        lambda: 0,
        lambda: where(p.subsidy_years < lasting, lambda: 1, lambda: 2),
    )
    verdict = Sentence(
        _("A subsidy of {paid} times private profit for {years}: {outcome}."),
        paid=Value(p.research_subsidy, plain(1)),
        years=Value(p.subsidy_years, counted(_("year"), _("years"))),
        outcome=word(
            outcome,
            [
                _("it is too small, and research stays dirty"),
                _("it stops too soon, and research turns back"),
                _("it can stop, and research stays clean"),
            ],
        ),
    )
    path = curve(
        "year",
        grid(0, YEARS, YEARS + 1),
        lambda year: {"relative": relative(p, year)},
        year=Column(_("Year"), plain(0)),
        relative=Column(_("Clean over dirty technology"), plain(3)),
    )
    ends = minimum(YEARS, p.turn_year + p.subsidy_years)
    span = rows(
        [{"begins": p.turn_year, "ends": ends, "at_end": relative(p, ends)}],
        begins=Column(_("Subsidy from year"), plain(0)),
        ends=Column(_("to year"), plain(0)),
        at_end=Column(_("Clean over dirty when it stops"), plain(3)),
    )
    return View([size, verdict], {"path": path, "span": span})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the path of clean over dirty technology over the years of the subsidy."""
    x = across("year", _("Year"), [0, YEARS], ticks=[0, 20, 40, 60])
    y = upward(
        "relative",
        _("Clean over dirty technology"),
        [LOWEST, HIGHEST],
        ticks=[0.2, 0.5, 1, 2],
        ratios=True,
        format="~g",
    )
    paid = charts.span.mark_rect(color=colour("series-3"), opacity=0.18, aria=False).encode(
        x=alt.X("begins:Q"), x2="ends:Q", y=alt.datum(LOWEST), y2=alt.datum(HIGHEST)
    )
    level = charts.span.mark_rule(strokeDash=[4, 4], aria=False).encode(y=alt.datum(1))
    path = charts.path.mark_line(color=colour("series-1"), strokeWidth=3, clip=True).encode(
        x=x, y=y
    )
    stop = (
        charts.span.transform_filter(f"datum.at_end >= {LOWEST} && datum.at_end <= {HIGHEST}")
        .mark_point(filled=True, size=80, opacity=1, color=colour("series-1"))
        .encode(x=alt.X("ends:Q"), y=alt.Y("at_end:Q"))
    )
    named = written(
        charts.path,
        [(_("dashed: level"), "muted"), (_("shaded: the subsidy is paid"), "series-3")],
        side="above",
    )
    return alt.layer(paid, level, path, stop, *named)


EXPLORER = Explorer(
    slug="turn-the-research",
    title=_("Turning research round"),
    question=_("A subsidy turns research to clean technology. When can it stop?"),
    description=_(
        "Clean technology over dirty, year by year, on a ratio scale, with the years of the "
        "subsidy shaded. It falls before the subsidy, rises while a large enough one is paid, and "
        "goes on rising only if it has reached the dashed line, where both are level."
    ),
    kind="illustrative",
    chapter=17,
    height=260,
    controls=[
        slider("research_subsidy", low=0.0, high=6.0, step=0.1, start=2.0, form=plain(1)),
        slider("subsidy_years", low=0.0, high=60.0, step=1, start=25, form=plain(0)),
        plain_slider(
            "turn_year", _("Year in which the subsidy begins"), low=0, high=20, step=1, start=0
        ),
        slider("clean_elasticity", step=0.5, low=1.5, high=5.0, start=3.0, form=plain(1)),
    ],
    predict=Prediction(
        "lasting",
        _(
            "Clean technology is half as good as dirty, and whichever is researched advances by 2% "
            "a year. For how many years must a large enough subsidy be paid?"
        ),
        low=0,
        high=60,
        step=1,
    ),
    drag={"turn_year": "span.begins"},
    named={
        "behind": _("Clean technology, of dirty, when it begins"),
        "needed": _("Least subsidy, times private profit"),
        "lasting": _("Least length of the subsidy, years"),
        "outcome": _("Outcome"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("The damage in the meantime, which is why waiting costs more than the longer subsidy."),
        _("A price of carbon, which with the subsidy does better than either alone."),
        _("Where the money comes from, and research that is crowded out elsewhere."),
        _(
            "Weak substitutes: below an elasticity of {least} a passing subsidy is not enough to "
            "keep the environment from harm, whatever research does."
        ).format(least=plain(1).text(1 / (1 - CAPITAL_SHARE))),
    ],
    sources=["acemoglu2012environment"],
)
