"""An industry that starts dear and learns behind a wall: is the lesson ever repaid, and to whom?"""

import altair as alt

from nqpf.algebra import Scalar, maximum, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.learning.early_start import cost_of_infant, world_price, worth_of_infant_path
from nqpf.numbers import mostly_whole, percent, plain
from nqpf.words import _

YEARS = 30
DISCOUNT_RATE = 0.05
VERDICTS = [
    _("it never becomes as cheap as the world’s and fails Mill’s test"),
    _("it becomes as cheap, but what was lost is never repaid: it fails Bastable’s test"),
    _("it passes both tests, and so would the firm: with credit it needs no help"),
    _("it passes both tests, but the firm would lose: without help it does not begin"),
]


def paths(p: Settings, year: Scalar) -> dict[str, Scalar]:
    """Return what a unit costs at home and on the world market, and up to where the firm gains."""
    home = cost_of_infant(
        learning_rate=p.learning_rate, first_cost=p.first_cost, year_of_making=year
    )
    world = world_price(world_fall=p.world_fall, year_of_making=year)
    kept = home + (1 - p.copied_share) * maximum(0.0, world - home)
    return {"home": home, "world": world, "kept": kept}


def worth(p: Settings, copied_share: Scalar) -> Scalar:
    """Return what the start is worth today to those who lose this share of the later gains."""
    return worth_of_infant_path(
        learning_rate=p.learning_rate,
        first_cost=p.first_cost,
        world_fall=p.world_fall,
        discount_rate=DISCOUNT_RATE,
        copied_share=copied_share,
        years=YEARS,
    )[-1]


def dearer(p: Settings) -> Scalar:
    """Return the number of years in which making it at home costs more."""
    years = [paths(p, float(year)) for year in range(YEARS + 1)]
    return total([where(one["home"] > one["world"], lambda: 1, lambda: 0) for one in years])


def show(p: Settings) -> View:
    """Return the two tests at the reader's setting, and both prices over the years."""
    country, firm, losing = worth(p, 0.0), worth(p, p.copied_share), dearer(p)
    verdict = where(
        losing > YEARS + 0.5,
        lambda: 0,
        lambda: where(country < 0, lambda: 1, lambda: where(firm > 0, lambda: 2, lambda: 3)),
    )
    tests = Sentence(
        _(
            "It is dearer than the world’s in {losing} of {years} years. Later gains less early "
            "losses are worth {country} to the country and {firm} to the firm that learns, where 1 "
            "is a first year’s supply at the world price."
        ),
        losing=Value(losing, plain(0)),
        years=Value(YEARS + 1, plain(0)),
        country=Value(country, plain(2)),
        firm=Value(firm, plain(2)),
    )
    judged = Sentence(_("So {verdict}."), verdict=word(verdict, VERDICTS))
    lines = curve(
        "year",
        grid(0, YEARS, 2 * YEARS + 1),
        lambda year: paths(p, year),
        year=Column(_("Years since the start"), mostly_whole()),
        home=Column(_("Cost at home, over the first world price"), percent(1)),
        world=Column(_("World price, over the first"), percent(1)),
        kept=Column(_("Cost at home and the gain that the firm keeps"), percent(1)),
    )
    return View([tests, judged], {"lines": lines})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return cost at home and the world price over the years, the early loss, the later gain."""
    x = across("year", _("Years since the start"), [0, YEARS], ticks=[0, 10, 20, 30])

    def height(name: str) -> alt.Y:
        title = _("Over the first world price")
        return upward(name, title, [0, 2.5], ticks=[0, 0.5, 1, 1.5, 2, 2.5], format="%")

    ends = charts.lines.transform_calculate(
        dearer="max(datum.home, datum.world)", cheaper="min(datum.home, datum.world)"
    )
    loss = ends.mark_area(color=colour("series-2"), opacity=0.3)
    gain = ends.mark_area(color=colour("series-1"), opacity=0.2)
    firms = charts.lines.mark_area(color=colour("series-1"), opacity=0.6)
    home = charts.lines.mark_line(color=colour("series-1"))
    world = charts.lines.mark_line(color=colour("series-2"), strokeDash=[6, 4])
    notes = written(
        charts.lines,
        [
            (_("solid: made at home"), "series-1"),
            (_("dashed: world price"), "series-2"),
            (_("above the dashes: loss; below: gain"), "muted"),
            (_("full: gain that the firm keeps"), "series-1"),
        ],
        side="above",
    )
    return alt.layer(
        loss.encode(x=x, y=height("dearer"), y2="world:Q"),
        gain.encode(x=x, y=height("cheaper"), y2="world:Q"),
        firms.encode(x=x, y=height("kept"), y2="home:Q"),
        home.encode(x=x, y=height("home")),
        world.encode(x=x, y=height("world")),
        *notes,
    )


EXPLORER = Explorer(
    slug="protected-start",
    title=_("A protected start"),
    question=_("An infant industry costs more at first. When is what it learns worth the price?"),
    description=_(
        "Two falling lines over thirty years: the cost of an infant industry, which starts above "
        "and falls fast, then slowly, and the world price, which falls steadily. The gap between "
        "them is first a loss, and a gain for as long as the infant’s line is the lower one; what "
        "others do not copy of the gain is filled in full."
    ),
    kind="illustrative",
    chapter=8,
    height=290,
    controls=[
        slider("first_cost", step=0.1, form=percent(0)),
        slider("learning_rate", step=0.01, low=0.0, high=0.3),
        slider("world_fall", step=0.01),
        slider("copied_share", step=0.1, start=0.5),
    ],
    drag={"first_cost": "lines.home"},
    sketch=Sketch(
        "lines.home",
        _(
            "An infant industry learns from all that it makes. What does a unit cost in "
            "each year? Draw it from the first cost on."
        ),
        higher=_(
            "It learns faster than you thought: while little has been made, doublings "
            "follow one another quickly."
        ),
        lower=_(
            "It learns more slowly than you thought: each doubling takes longer than the "
            "one before."
        ),
    ),
    named={
        "losing": _("Years in which it is dearer"),
        "country": _("Worth to the country"),
        "firm": _("Worth to the firm"),
        "verdict": _("Verdict"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Who pays: a tariff makes buyers pay and they buy less; a subsidy needs taxes."),
        _("A discount rate other than 5% a year, and what comes after thirty years."),
        _("Scale: the infant makes the same every year; a larger one would learn faster."),
        _("What help does to effort, and whether it ends when it should."),
    ],
    sources=["harrison2010", "melitz2005", "wright1936"],
)
