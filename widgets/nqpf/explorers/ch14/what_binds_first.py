"""Output needs six things at once: which binds first, and what if less of it is needed?"""

import altair as alt

from nqpf.algebra import Condition, Scalar, exp, minimum, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, full, listed, upward, written
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
from nqpf.models.security.what_binds import output_possible, years_until_bound
from nqpf.numbers import percent, plain
from nqpf.words import _

NEEDS = [_("labour"), _("ecology"), _("energy"), _("land"), _("minerals"), _("capital")]
# What there is of each, over what today's output needs: the scarcest first.
SUPPLY = [1.3, 1.4, 1.6, 1.8, 2.0, 2.5]
YEARS = 40
SEEN = 60.0


def chosen(tests: list[Condition], values: list[Scalar]) -> Scalar:
    """Return the value of the first test that holds, or the last value if none does."""
    if len(values) == 1:
        return values[0]
    return where(tests[0], lambda: values[0], lambda: chosen(tests[1:], values[1:]))


def first_of(years: list[Scalar]) -> Scalar:
    """Return the place of what binds first, the earlier in the list if two bind at once."""
    soonest = minimum(*years)
    return chosen([one <= soonest for one in years], list(range(len(years))))


def saving_of(p: Settings, steps: Scalar) -> list[Scalar]:
    """Return what is saved a year of each requirement if so many are saved, scarcest first."""
    return [where(steps > place + 0.5, lambda: p.saving, lambda: 0.0) for place in range(6)]


def bounds(p: Settings, steps: Scalar) -> list[Scalar]:
    """Return after how many years each requirement binds."""
    return list(
        years_until_bound(
            requirement_supply=SUPPLY,
            requirement_saving=saving_of(p, steps),
            wanted_growth=p.wanted_growth,
        )
    )


def show(p: Settings) -> View:
    """Return what binds first and when, what one step more brings, and output over the years."""
    now, more = bounds(p, p.steps), bounds(p, minimum(6.0, p.steps + 1))
    binding = first_of(now)
    first = Sentence(
        _("With {steps} of six requirements saved, {need} binds first, after {years} years."),
        steps=Value(p.steps, plain(0)),
        need=word(binding, NEEDS),
        years=Value(minimum(*now), plain(1)),
    )
    then = Sentence(
        _("Saving one more puts that off by {gain} years; then {next} binds."),
        gain=Value(minimum(*more) - minimum(*now), plain(1)),
        next=word(first_of(more), NEEDS),
    )
    lines = curve(
        "year",
        grid(0, YEARS, YEARS + 1),
        lambda year: {
            "possible": output_possible(
                requirement_supply=SUPPLY, requirement_saving=saving_of(p, p.steps), year=year
            ),
            "wanted": exp(p.wanted_growth * year),
        },
        year=Column(_("Years from today"), plain(0)),
        possible=Column(_("Possible output (today = 1)"), plain(2)),
        wanted=Column(_("Output wanted (today = 1)"), plain(2)),
    )
    bars = rows(
        (
            {
                "need": name,
                "years": own,
                "binds": where(abs(binding - place) < 0.5, lambda: 1, lambda: 0),
            }
            for place, (name, own) in enumerate(zip(NEEDS, now, strict=True))
        ),
        need=Column(_("Requirement")),
        years=Column(_("Years until it binds (100: later)"), plain(1)),
        binds=Column(_("Binds first (1) or not (0)"), plain(0)),
    )
    crossing = rows([{"at": minimum(*now)}], at=Column(_("Year of the first bound"), plain(1)))
    return View([first, then], {"lines": lines, "bars": bars, "crossing": crossing})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return output wanted and possible over the years, above the years until each binds."""
    x = across("year", _("Years from today"), [0, YEARS], ticks=[0, 10, 20, 30, 40], cut="right")
    y = upward("possible", _("Today = 1"), [0, 6], ticks=[0, 1, 2, 3, 4], cut="above")
    possible = charts.lines.mark_line(color=colour("series-1"), clip=True).encode(x=x, y=y)
    wanted = charts.lines.mark_line(color=colour("series-2"), strokeDash=[6, 4], clip=True)
    bound = charts.crossing.mark_rule(color=colour("ink"), strokeDash=[2, 4], clip=True)
    named = written(
        charts.lines,
        [
            (_("solid: possible"), "series-1"),
            (_("dashed: wanted"), "series-2"),
            (_("dotted: the first bound"), "ink"),
        ],
        side="above",
    )
    upper = alt.layer(bound.encode(x="at:Q"), wanted.encode(x=x, y="wanted:Q"), possible, *named)
    along = across(
        "years", _("Years until it binds"), [0, SEEN], ticks=[0, 15, 30, 45, 60], cut="right"
    )
    down = listed("need", NEEDS, ticks=False)
    bars = charts.bars.mark_bar(
        clip=True, color=colour("series-1"), stroke=colour("series-1"), height={"band": 0.7}
    ).encode(x=along, y=down, fillOpacity=full("binds", others=0.25))
    later = (
        charts.bars.transform_filter(f"datum.years > {SEEN}")
        .mark_text(align="right", dx=-6, color=colour("ink"))
        .encode(x=alt.datum(SEEN), y=down, text=alt.datum(_("later")))
    )
    return above_one_another(upper, alt.layer(bars, later), heights=(140, 140))


EXPLORER = Explorer(
    slug="what-binds-first",
    title=_("What binds first"),
    question=_("Output needs six things at once. How far does saving the scarcest one carry?"),
    description=_(
        "Above, a dashed line of output wanted crosses a solid one of output possible. Below, a "
        "bar for each of six requirements: years until it binds, full for the one that binds "
        "first."
    ),
    kind="illustrative",
    chapter=14,
    height=370,
    controls=[
        plain_slider(
            "steps",
            _("Requirements saved, the scarcest first"),
            low=0,
            high=6,
            step=1,
            start=1,
            form=plain(0),
        ),
        plain_slider(
            "saving",
            _("By how much less for a unit of output, a year"),
            low=0.0,
            high=0.05,
            step=0.005,
            start=0.02,
            form=percent(1),
        ),
        slider("wanted_growth", step=0.005, low=0.01, high=0.06, start=0.04, form=percent(1)),
    ],
    named={
        "need": _("What binds first"),
        "years": _("Years until it binds"),
        "gain": _("Years gained by saving one more"),
        "next": _("What binds then"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Replacing one by another at a price: here only need can fall, by the year."),
        _("Finding more: what there is stays as it is for all years."),
        _("Any country: what there is was chosen for teaching, none of it is measured."),
    ],
    sources=["gan2024"],
)
