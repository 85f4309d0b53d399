"""Infrastructure is built ahead of demand inland: how much stands idle, and for how long?"""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, folded, named_colours, upward
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, plain_slider, rows
from nqpf.explorers.core.style import colour
from nqpf.models.security.infrastructure import part_of_demand_served, use_by_region
from nqpf.numbers import counted, percent, plain
from nqpf.words import _

YEARS = 25
COAST, INLAND = 0.7, 0.3
COAST_GROWTH = 0.02
NAMES = {
    "coast": _("use on the coast"),
    "inland": _("use inland"),
    "served": _("demand that is met"),
}


def state(p: Settings, year: Scalar) -> dict[str, Scalar]:
    """Return use in both regions and the part of demand that is met, in a year."""
    case = {
        "regional_demand": [COAST * (1 + COAST_GROWTH) ** year, INLAND * (1 + p.growth) ** year],
        "regional_capacity": [p.capacity * (1 - p.inland_part), p.capacity * p.inland_part],
    }
    coast, inland = use_by_region(**case)
    return {"coast": coast, "inland": inland, "served": part_of_demand_served(**case)}


def show(p: Settings) -> View:
    """Return use and what is met in the reader's year, in words and over the years."""
    now, start = state(p, p.year), state(p, 0.0)
    use = Sentence(
        _(
            "After {years} {coast} of what stands on the coast is used and {inland} of what "
            "stands inland, after {before} inland at the start."
        ),
        years=Value(p.year, counted(_("year"), _("years"))),
        coast=Value(now["coast"], percent(0)),
        inland=Value(now["inland"], percent(0)),
        before=Value(start["inland"], percent(0)),
    )
    met = Sentence(
        _("{served} of all demand is met, after {first} at the start."),
        served=Value(now["served"], percent(0)),
        first=Value(start["served"], percent(0)),
    )
    columns = {name: Column(words[:1].upper() + words[1:], percent(1)) for name, words in
               NAMES.items()}  # fmt: skip
    lines = curve(
        "year",
        grid(0, YEARS, YEARS + 1),
        lambda year: state(p, year),
        year=Column(_("Years from today"), plain(0)),
        **columns,
    )
    point = rows([{"at": p.year, **now}], at=Column(_("Year set"), plain(0)), **columns)
    return View([use, met], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the three lines over the years, and the reader's year as a rule."""
    words = list(NAMES.values())
    lines = (
        folded(charts.lines, NAMES, value="part")
        .mark_line()
        .encode(
            x=across("year", _("Years from today"), [0, YEARS], ticks=[0, 5, 10, 15, 20, 25]),
            y=upward(
                "part",
                _("Used, or met"),
                [0, 1.05],
                ticks=[0, 0.25, 0.5, 0.75, 1],
                format="%",
            ),
            color=named_colours("name", words, columns=2),
            strokeDash=alt.StrokeDash("name:N", sort=words, legend=None),
        )
    )
    year = charts.point.mark_rule(color=colour("ink"), strokeDash=[2, 4]).encode(x="at:Q")
    return year + lines


EXPLORER = Explorer(
    slug="built-ahead",
    title=_("Built ahead of demand"),
    question=_("Half of all capacity stands inland, where demand is small. Is that a mistake?"),
    description=_(
        "Three lines over twenty-five years: use on the coast is full and stays so, use inland "
        "rises as demand grows, and the part of all demand that is met falls as the coast fills."
    ),
    kind="illustrative",
    chapter=15,
    controls=[
        plain_slider(
            "inland_part",
            _("Part of capacity that stands inland"),
            low=0.1,
            high=0.9,
            step=0.05,
            start=0.5,
            form=percent(0),
        ),
        plain_slider(
            "growth",
            _("Growth of demand inland, a year"),
            low=0.0,
            high=0.1,
            step=0.01,
            start=0.05,
            form=percent(0),
        ),
        plain_slider(
            "capacity",
            _("All capacity, over demand at the start"),
            low=0.6,
            high=2.0,
            step=0.1,
            start=1.2,
            form=plain(1),
        ),
        plain_slider("year", _("Years from today"), low=0, high=YEARS, step=1, start=10),
    ],
    drag={"year": "point.at"},
    play="year",
    named={
        "before": _("Use inland at the start"),
        "first": _("Demand that is met at the start"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Demand that comes because the road is there: here growth inland is given."),
        _("Cost: capacity inland may be cheaper to build, and idle capacity must be kept up."),
        _("Moving what is short: power and data can be sent where there is room, at a price."),
        _("Any country: seven tenths of demand are on the coast, where it grows by 2% a year."),
    ],
    sources=["gan2024"],
)
