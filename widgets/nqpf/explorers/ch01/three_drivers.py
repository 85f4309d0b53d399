"""Three drivers of productivity: one that adds to growth, and two that lift the level once."""

from nqpf.algebra import Scalar, exp, quantity, where
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, folded, named_colours, upward
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, toggle
from nqpf.explorers.core.style import colour, series
from nqpf.models.growth.drivers import (
    Drivers,
    gain_from_reallocation,
    gain_from_upgrading,
    growth_by_driver,
    growth_from_breakthroughs,
    productivity_by_driver,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

YEARS = 40
DRIVERS = {
    "breakthroughs": _("Breakthroughs"),
    "allocation": _("Allocation"),
    "upgrading": _("Upgrading"),
}


def default(name: str) -> float:
    """Return the declared teaching value of a quantity."""
    return float(quantity(name).default)  # type: ignore[arg-type]  # because none here is a list


def only_if(switch: Scalar, value: Scalar) -> Scalar:
    """Return the value if the driver is switched on, else nothing."""
    return where(switch > 0.5, lambda: value, lambda: 0.0)


def case(p: Settings) -> dict[str, Scalar]:
    """Return what the three drivers bring, those switched off bringing nothing."""
    growth = growth_from_breakthroughs(
        arrival_rate=default("arrival_rate"),
        researchers=default("researchers"),
        step_size=default("step_size"),
    )
    allocation = gain_from_reallocation(
        elasticity_of_substitution=3.0,
        dispersion_start=default("dispersion_start"),
        dispersion_end=default("dispersion_end"),
    )
    upgrading = gain_from_upgrading(
        advanced_share_start=default("advanced_share_start"),
        advanced_share_end=default("advanced_share_end"),
        advanced_productivity=default("advanced_productivity"),
    )
    return {
        "transition_years": p.transition_years,
        "breakthrough_growth": only_if(p.breakthroughs, growth),
        "allocation_gain": only_if(p.allocation, allocation),
        "upgrading_gain": only_if(p.upgrading, upgrading),
    }


def growth(year: Scalar, p: Settings) -> Drivers:
    """Return what each driver adds to growth in a year."""
    return growth_by_driver(year=year, **case(p))


def level(year: Scalar, p: Settings) -> Scalar:
    """Return productivity in a year, 1 at the start."""
    return exp(productivity_by_driver(year=year, **case(p)).together)


def show(p: Settings) -> View:
    """Return early and late growth in words, and both as paths over forty years."""
    rates = Sentence(
        _("Productivity grows by {early} a year at first, and by {late} a year in the end."),
        early=Value(growth(0.0, p).together, percent(1)),
        late=Value(growth(float(YEARS), p).together, percent(1)),
    )
    levels = Sentence(
        _("It stands at {middle} times its start after 20 years and at {end} times after 40."),
        middle=Value(level(20.0, p), plain(2)),
        end=Value(level(float(YEARS), p), plain(2)),
    )
    paths = curve(
        "year",
        grid(0, YEARS, YEARS + 1),
        lambda year: growth(year, p)._asdict() | {"level": level(year, p)},
        year=Column(_("Year"), plain(0)),
        **{name: Column(heading, percent(2)) for name, heading in DRIVERS.items()},
        level=Column(_("Productivity (start = 1)"), plain(2)),
    )
    last = rows(
        [{"year": YEARS, "level": level(float(YEARS), p)}],
        year=Column(_("Last year"), plain(0)),
        level=Column(_("Productivity (start = 1)"), plain(2)),
    )
    return View([rates, levels], {"paths": paths, "last": last})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return growth stacked by driver, above the level that it adds up to."""
    x = across("year", _("Year"), [0, YEARS])
    stacked = (
        folded(charts.paths, DRIVERS, value="added")
        .mark_area(interpolate="step-after", opacity=0.9)
        .encode(
            x=x,
            y=upward("added", _("Growth a year"), [0, 0.14], ticks=4, format="%"),
            color=named_colours(
                "name", list(DRIVERS.values()), [*series(2), colour("series-5")], columns=3
            ),
        )
    )
    y = upward("level", _("Productivity"), [1, 3], ticks=4)
    line = charts.paths.mark_line(color=colour("ink")).encode(x=x, y=y)
    end = charts.last.mark_point(size=90, color=colour("ink"), opacity=1).encode(x=x, y=y)
    return above_one_another(stacked, line + end, heights=(120, 100))


EXPLORER = Explorer(
    slug="three-drivers",
    title=_("Three drivers"),
    question=_("Which driver still adds to growth in forty years?"),
    description=_(
        "Growth of productivity over forty years, stacked by driver: the parts of allocation and "
        "upgrading end, that of breakthroughs goes on. Below, the level: a kinked rising line."
    ),
    kind="illustrative",
    chapter=1,
    controls=[
        *(
            toggle(name, heading, start=True, off=_("off"), on=_("on"))
            for name, heading in DRIVERS.items()
        ),
        slider("transition_years", low=5, high=30, step=5, start=15, form=plain(0)),
    ],
    predict=Prediction(
        "end",
        _(
            "With all three drivers at work, how many times its start does productivity reach "
            "in forty years?"
        ),
        low=1,
        high=5,
        step=0.05,
    ),
    named={
        "early": _("Growth of productivity at first, a year"),
        "late": _("Growth of productivity in the end, a year"),
        "middle": _("Productivity after 20 years (start = 1)"),
        "end": _("Productivity after 40 years (start = 1)"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("That drivers work on one another: a breakthrough may need new allocation to spread."),
        _("Why breakthroughs keep coming: here their rate is given, and it costs nothing."),
        _("That gains from allocation can be lost again, or made anew after each breakthrough."),
        _("Any economy: the sizes are teaching values, chosen so that each can be seen."),
    ],
    sources=["aghion1992", "hsieh2009", "mcmillan2014"],
)
