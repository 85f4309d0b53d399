"""Output needs six things at once: which binds first, and what if less of it is needed?"""

import altair as alt

from nqpf.algebra import Condition, Scalar, exp, minimum, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, listed, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    plain_slider,
    rows,
    select,
    slider,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.security.what_binds import HORIZON, output_possible, years_until_bound
from nqpf.numbers import percent, plain
from nqpf.words import _

NEEDS = [_("ecology"), _("energy"), _("minerals"), _("land"), _("labour"), _("capital")]
SUPPLY = [1.4, 1.6, 2.0, 1.8, 1.3, 2.5]
YEARS = 40


def chosen(tests: list[Condition], values: list[Scalar]) -> Scalar:
    """Return the value of the first test that holds, or the last value if none does."""
    if len(values) == 1:
        return values[0]
    return where(tests[0], lambda: values[0], lambda: chosen(tests[1:], values[1:]))


def first_of(years: list[Scalar]) -> Scalar:
    """Return the place of what binds first, the earlier in the list if two bind at once."""
    soonest = minimum(*years)
    return chosen([one <= soonest for one in years], list(range(len(years))))


def show(p: Settings) -> View:
    """Return what binds first and when, with the saving and without, and output over the years."""
    named = [abs(p.need - place) < 0.5 for place in range(len(NEEDS))]
    saving = [where(one, lambda: p.saving, lambda: 0.0) for one in named]
    none = [0.0] * len(NEEDS)

    def bounds(saved: list[Scalar]) -> list[Scalar]:
        return list(
            years_until_bound(
                requirement_supply=SUPPLY, requirement_saving=saved, wanted_growth=p.wanted_growth
            )
        )

    before, after = bounds(none), bounds(saving)
    first = Sentence(
        _("If nothing is saved, {first} binds first, after {years} years."),
        first=word(first_of(before), NEEDS),
        years=Value(minimum(*before), plain(1)),
    )
    then = Sentence(
        _(
            "If output needs {saving} less {need} a year, {next} binds first, after {later} years; "
            "{need_again} itself would bind after {own}."
        ),
        saving=Value(p.saving, percent(1)),
        need=word(p.need, NEEDS),
        next=word(first_of(after), NEEDS),
        later=Value(minimum(*after), plain(1)),
        need_again=word(p.need, NEEDS),
        own=Value(chosen(named, after), plain(1)),
    )
    lines = curve(
        "year",
        grid(0, YEARS, YEARS + 1),
        lambda year: {
            "possible": output_possible(
                requirement_supply=SUPPLY, requirement_saving=saving, year=year
            ),
            "wanted": exp(p.wanted_growth * year),
        },
        year=Column(_("Years from today"), plain(0)),
        possible=Column(_("Possible output (today = 1)"), plain(2)),
        wanted=Column(_("Output wanted (today = 1)"), plain(2)),
    )
    bars = rows(
        ({"need": name, "years": own} for name, own in zip(NEEDS, after, strict=True)),
        need=Column(_("Requirement")),
        years=Column(_("Years until it binds (100: later)"), plain(1)),
    )
    return View([first, then], {"lines": lines, "bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return output wanted and possible over the years, above the years until each binds."""
    x = across("year", _("Years from today"), [0, YEARS], ticks=[0, 10, 20, 30, 40])
    y = upward("possible", _("Today = 1"), [0, 4], ticks=[0, 1, 2, 3, 4])
    possible = charts.lines.mark_line(color=colour("series-1"), clip=True).encode(x=x, y=y)
    wanted = charts.lines.mark_line(color=colour("series-2"), strokeDash=[6, 4], clip=True)
    named = written(
        charts.lines,
        [(_("solid: possible"), "series-1"), (_("dashed: wanted"), "series-2")],
    )
    upper = alt.layer(wanted.encode(x=x, y="wanted:Q"), possible, *named)
    bars = charts.bars.mark_bar(height={"band": 0.7}).encode(
        x=across("years", _("Years until it binds"), [0, HORIZON], ticks=[0, 25, 50, 75, 100]),
        y=listed("need", NEEDS, ticks=False),
    )
    return above_one_another(upper, bars, heights=(130, 130))


EXPLORER = Explorer(
    slug="what-binds-first",
    title=_("What binds first"),
    question=_("Output needs six things at once. Is it enough to save the one that binds?"),
    description=_(
        "Above, a dashed line of output wanted crosses a solid one of output possible. Below, a "
        "bar for each of six requirements: years until it binds."
    ),
    kind="illustrative",
    chapter=14,
    height=320,
    controls=[
        slider("wanted_growth", step=0.005, low=0.01, high=0.06, start=0.04, form=percent(1)),
        select("need", _("Need less, year by year, of"), NEEDS, start=4),
        plain_slider(
            "saving",
            _("By how much less for a unit of output, a year"),
            low=0.0,
            high=0.05,
            step=0.005,
            start=0.02,
            form=percent(1),
        ),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Replacing one by another at a price: here only need can fall, by the year."),
        _("Finding more: what there is stays as it is for all years."),
        _("Any country: what there is was chosen for teaching, none of it is measured."),
    ],
    sources=["gan2024"],
)
