"""A subsidy that turns research from dirty to clean technology: how large, and for how long."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
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
from nqpf.models.innovation.green import (
    clean_over_dirty,
    subsidy_that_turns_research,
    years_of_clean_research,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

CAPITAL_SHARE = 1 / 3
PROGRESS = 0.02
YEARS = 60


def relative(p: Settings, year: Scalar) -> Scalar:
    """Return clean technology over dirty in a year, if the subsidy begins when the reader says."""
    return clean_over_dirty(
        clean_lag=p.clean_lag, clean_progress=PROGRESS, turn_year=p.turn_year, year=year
    )


def subsidy(p: Settings, elasticity: Scalar) -> Scalar:
    """Return the subsidy that turns research in the year set, over private profit."""
    return subsidy_that_turns_research(
        clean_lag=relative(p, p.turn_year),
        clean_elasticity=elasticity,
        capital_share=CAPITAL_SHARE,
    )


def show(p: Settings) -> View:
    """Return the subsidy and how long it is needed, over time and by elasticity."""
    needed, behind = subsidy(p, p.clean_elasticity), relative(p, p.turn_year)
    lasting = years_of_clean_research(clean_lag=behind, clean_progress=PROGRESS)
    size = Sentence(
        _(
            "When the subsidy begins, clean technology is at {behind} of dirty. It must then pay "
            "researchers {needed} times their private profit on top."
        ),
        behind=Value(behind, percent(0)),
        needed=Value(needed, plain(1)),
    )
    time = Sentence(
        _("After {lasting} years clean technology is level, in year {level}, and it can stop."),
        lasting=Value(lasting, plain(0)),
        level=Value(p.turn_year + lasting, plain(0)),
    )
    path = curve(
        "year",
        grid(0, YEARS, YEARS + 1),
        lambda year: {"relative": relative(p, year)},
        year=Column(_("Year"), plain(0)),
        relative=Column(_("Clean over dirty technology"), plain(3)),
    )
    sizes = curve(
        "elasticity",
        grid(1, 10, 46),
        lambda elasticity: {"subsidy": 1 + subsidy(p, elasticity)},
        elasticity=Column(_("How well clean replaces dirty"), plain(1)),
        subsidy=Column(_("Profit with the subsidy, over that without"), plain(2)),
    )
    here = rows(
        [{"at": p.clean_elasticity, "subsidy": 1 + needed}],
        at=Column(_("Elasticity set"), plain(1)),
        subsidy=Column(_("Profit with the subsidy, over that without"), plain(2)),
    )
    return View([size, time], {"path": path, "sizes": sizes, "here": here})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the path of clean over dirty technology, above the subsidy by elasticity."""
    years = across("year", _("Year"), [0, YEARS], ticks=[0, 20, 40, 60])
    level = upward("relative", _("Clean over dirty"), [0, 1.5], ticks=[0, 0.5, 1, 1.5])
    path = charts.path.mark_line(color=colour("series-3"), strokeWidth=3, clip=True).encode(
        x=years, y=level
    )
    one = charts.here.mark_rule(strokeDash=[4, 4], aria=False).encode(y=alt.datum(1))
    note = written(
        charts.path,
        [(_("dashed: level, no subsidy needed"), "muted")],
        side="right",
        top=150,
    )
    x = across(
        "elasticity",
        _("How well clean replaces dirty (elasticity)"),
        [1, 10],
        ticks=[1, 2, 4, 6, 8, 10],
        format="d",
    )
    y = upward(
        "subsidy",
        _("Profit, times"),
        [1, 1e5],
        ticks=[1, 10, 100, 1000, 10_000, 100_000],
        ratios=True,
        clamp=True,
        format="~s",
    )
    sizes = curve_and_point(charts.sizes, charts.here, x=x, y=y, hue=colour("series-1"))
    return above_one_another(alt.layer(one, path, *note), sizes, heights=(170, 170))


EXPLORER = Explorer(
    slug="turn-the-research",
    title=_("Turning research round"),
    question=_("If clean goods replace dirty ones easily, is a small subsidy enough?"),
    description=_(
        "Above, clean technology over dirty: it falls until the subsidy begins and then rises to "
        "the dashed line where both are level. Below, by what the subsidy must multiply the "
        "profit of clean research: a rising line on a ratio scale, with a point at the elasticity "
        "set."
    ),
    kind="illustrative",
    chapter=17,
    controls=[
        slider("clean_elasticity", step=0.5, low=1.0, high=10.0, start=3.0, form=plain(1)),
        slider("clean_lag", step=0.05, low=0.3, high=1.0, start=0.5, form=percent(0)),
        plain_slider(
            "turn_year", _("Year in which the subsidy begins"), low=0, high=20, step=1, start=0
        ),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("The damage in the meantime, which is why waiting costs more than the longer subsidy."),
        _("A price of carbon, which with the subsidy does better than either alone."),
        _(
            "Weak substitutes: below an elasticity of {least} a passing subsidy is not enough."
        ).format(least=plain(1).text(1 / (1 - CAPITAL_SHARE))),
    ],
    sources=["acemoglu2012environment"],
)
