"""One straight record of falling cost, and how little of it more volume may explain."""

import altair as alt

from nqpf.algebra import Scalar, exp, log
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.learning import cost_after_experience, learning_exponent
from nqpf.models.learning.early_start import apparent_learning_rate, growth_of_experience
from nqpf.numbers import percent, plain
from nqpf.words import _

ELASTICITY = 1.0
"""Of demand: fixed, so that three things are left to move."""

MOST = 1000.0
YEARS = range(0, 41, 2)
OPENING = {"learning_rate": 0.1, "autonomous_fall": 0.05, "demand_growth": 0.2}


def left(rate: Scalar, multiple: Scalar) -> Scalar:
    """Return the part of the first cost that a learning rate leaves at a multiple of experience."""
    return cost_after_experience(learning_rate=rate, experience_multiple=multiple)


def show(p: Settings) -> View:
    """Return the record's learning rate, what volume does of it, and both lines."""
    case = {name: getattr(p, name) for name in OPENING} | {"price_elasticity": ELASTICITY}
    apparent, growth = apparent_learning_rate(**case), growth_of_experience(**case)
    volume = learning_exponent(learning_rate=p.learning_rate) * growth
    record = Sentence(
        _(
            "The record shows {apparent} a doubling, and a line through it fits without an error. "
            "One more doubling, made today, would take off {learnt}."
        ),
        apparent=Value(apparent, percent(1)),
        learnt=Value(p.learning_rate, percent(0)),
    )
    parts = Sentence(
        _(
            "Cost falls by {fall} a year: {time} with time, {volume} with volume, which doubles "
            "every {doubling} years."
        ),
        fall=Value(p.autonomous_fall + volume, percent(1)),
        time=Value(p.autonomous_fall, percent(1)),
        volume=Value(volume, percent(1)),
        doubling=Value(log(2) / growth, plain(1)),
    )
    lines = curve(
        "power",
        grid(0, 3, 31),
        lambda power: {
            "multiple": 10**power,
            "record": left(apparent, 10**power),
            "learnt": left(p.learning_rate, 10**power),
        },
        multiple=Column(_("Ever made, over what it was"), plain(1)),
        record=Column(_("Cost as the record shows it"), percent(1)),
        learnt=Column(_("Cost if volume alone had grown"), percent(1)),
    )
    dots = rows(
        (
            {
                "year": float(year),
                "at": exp(growth * year),
                "cost": exp(-(p.autonomous_fall + volume) * year),
            }
            for year in YEARS
        ),
        year=Column(_("Year of the record"), plain(0)),
        at=Column(_("Ever made, over what it was, in that year"), plain(1)),
        cost=Column(_("Cost in that year"), percent(1)),
    )
    return View([record, parts], {"lines": lines, "dots": dots})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the record and the line of learning alone, on two ratio scales."""
    title, decades = _("Ever made, over what it was"), [1, 10, 100, 1000]
    x = across("multiple", title, [1, MOST], ticks=decades, cut="right", ratios=True, format=",d")

    def height(field: str) -> alt.Y:
        title = _("Cost, over the first")
        ticks = [0.01, 0.1, 1]
        return upward(field, title, [0.01, 1], ticks=ticks, cut="below", ratios=True, format="~%")

    layers = []
    for name, token, dash in (("record", "series-2", [1, 0]), ("learnt", "series-1", [6, 4])):
        line = charts.lines.mark_line(color=colour(token), strokeDash=dash, clip=True)
        layers.append(line.encode(x=x, y=height(name)))
    dots = charts.dots.mark_point(size=46, color=colour("series-2"), clip=True)
    layers.append(dots.encode(x=alt.X("at:Q"), y=height("cost")))
    notes = written(
        charts.lines,
        [
            (_("solid: the record, by year"), "series-2"),
            (_("dashed: volume alone"), "series-1"),
        ],
        side="above",
    )
    return alt.layer(*layers, *notes)


EXPLORER = Explorer(
    slug="what-the-curve-hides",
    title=_("What the curve hides"),
    question=_(
        "A cost fell by a fifth with each doubling. Will the next doubling take off a fifth?"
    ),
    description=_(
        "Two falling straight lines of cost against all that was ever made, on ratio scales. The "
        "solid one, with a dot every other year, is the record; the dashed one is what volume "
        "alone would have done. They part the more, the more time itself lowers cost."
    ),
    kind="illustrative",
    chapter=8,
    height=270,
    controls=[
        slider("learning_rate", step=0.01, low=0.0, high=0.25, start=OPENING["learning_rate"]),
        slider("autonomous_fall", step=0.01, high=0.08, start=OPENING["autonomous_fall"]),
        slider("demand_growth", step=0.01, low=0.1, high=0.4, start=OPENING["demand_growth"]),
    ],
    named={
        "apparent": _("Fall of cost a doubling that the record shows"),
        "fall": _("Fall of cost a year"),
        "volume": _("Fall of cost a year with volume"),
        "doubling": _("Years to a doubling of volume"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What lowers cost with time: research, science elsewhere, cheaper materials."),
        _("Chance: no dot lies off the line, and none could tell the causes apart if it did."),
        _("Research that volume pays for: it counts as volume only if more sales cause it."),
        _("Other elasticities: here sales grow by one per cent when cost falls by one."),
    ],
    sources=["nordhaus2009", "wright1936"],
)
