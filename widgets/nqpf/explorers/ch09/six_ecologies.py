"""Six ecologies of a place, each at another level: which of them limits the rest?"""

import altair as alt

from nqpf.algebra import Scalar, lookup, maximum, minimum, total, where
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, listed, named_colours
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    plain_slider,
    rows,
    select,
    slider,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.structure.ecosystem import output_of_links
from nqpf.numbers import percent, plain, points
from nqpf.words import _

ECOLOGIES = [
    _("Industrial"),
    _("Digital"),
    _("Research"),
    _("Entrepreneurial"),
    _("Financial"),
    _("Service"),
]
NAMES = [
    _("industrial"),
    _("digital"),
    _("research"),
    _("entrepreneurial"),
    _("financial"),
    _("service"),
]
PLACES = [_("A factory city"), _("A university city"), _("A trading port")]
LEVELS = [
    [0.8, 0.6, 0.4, 0.5, 0.7, 0.6],
    [0.5, 0.7, 0.8, 0.7, 0.3, 0.6],
    [0.7, 0.8, 0.6, 0.35, 0.8, 0.75],
]
# Gains that differ by less are the same when shown to a tenth of a point.
ALIKE = 5e-4
PARTS = [_("there"), _("added")]


def levels(p: Settings) -> list[Scalar]:
    """Return the six levels of the place that the reader chose."""
    return [lookup([place[one] for place in LEVELS], p.place) for one in range(len(ECOLOGIES))]


def position(values: list[Scalar], wanted: Scalar) -> Scalar:
    """Return the position of the only value that is the one wanted, or one past the last."""
    alike = [where(abs(value - wanted) < ALIKE, lambda: 1, lambda: 0) for value in values]
    only = total(place * one for place, one in enumerate(alike))
    return where(total(alike) > 1.5, lambda: len(values), lambda: only)


def show(p: Settings) -> View:
    """Return the whole with the points spent and without, and what they add in each ecology."""
    there = levels(p)

    def whole(raised: Scalar | None) -> Scalar:
        qualities = [
            level if raised is None else level + _spent(p, raised, place)
            for place, level in enumerate(there)
        ]
        return output_of_links(link_qualities=qualities, link_exponent=p.link_exponent)

    now, after = whole(None), whole(p.raised)
    gains = [whole(place) - now for place in range(len(ECOLOGIES))]
    best, most = position(gains, maximum(*gains)), maximum(*gains)
    result = Sentence(
        _(
            "The six make {now} of what they could, and their plain mean is {mean}. With the "
            "points spent on the {raised} ecology they make {after}."
        ),
        now=Value(now, percent(1)),
        mean=Value(total(there) / len(there), percent(1)),
        raised=word(p.raised, NAMES),
        after=Value(after, percent(1)),
    )
    first = Sentence(
        _(
            "The weakest is the {weakest} ecology. These points add {own} where you spend them, "
            "and most, {most}, in {best}."
        ),
        weakest=word(position(there, minimum(*there)), NAMES),
        own=Value(after - now, points(1)),
        most=Value(most, points(1)),
        best=word(best, [*(_("the {} ecology").format(name) for name in NAMES), _("any of them")]),
    )
    bars = rows(
        (
            {
                "ecology": name,
                "part": part,
                "level": there[place] if part == PARTS[0] else _spent(p, p.raised, place),
                "order": order,
            }
            for place, name in enumerate(ECOLOGIES)
            for order, part in enumerate(PARTS)
        ),
        ecology=Column(_("Ecology")),
        part=Column(_("Part")),
        level=Column(_("Level"), percent(0)),
    )
    mark = rows([{"whole": after}], whole=Column(_("What the six make together"), percent(1)))
    steps = rows(
        (
            {"ecology": name, "gain": gain, "chosen": _is(p.raised, place)}
            for place, (name, gain) in enumerate(zip(ECOLOGIES, gains, strict=True))
        ),
        ecology=Column(_("Ecology")),
        gain=Column(_("What the points would add"), percent(1)),
        chosen=Column(_("Chosen (1) or not (0)"), plain(0)),
    )
    return View([result, first], {"bars": bars, "mark": mark, "steps": steps})


def _is(chosen: Scalar, place: int) -> Scalar:
    """Return 1 where a place is the chosen one, else 0."""
    return where(abs(chosen - place) < 0.5, lambda: 1, lambda: 0)


def _spent(p: Settings, raised: Scalar, place: int) -> Scalar:
    """Return the points that an ecology receives, as a fraction."""
    return p.more * _is(raised, place)


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the six levels with what is added, above what the points would add in each."""
    names = listed("ecology", ECOLOGIES, ticks=False, minExtent=100)
    bars = charts.bars.mark_bar(height={"band": 0.7}).encode(
        x=across("level", _("Level (line: what the six make)"), [0, 1], format="%"),
        y=names,
        color=named_colours("part", PARTS, columns=2),
        order=alt.Order("order:Q"),
    )
    line = charts.mark.mark_rule(color=colour("ink"), strokeDash=[6, 4], size=2).encode(x="whole:Q")
    gains = charts.steps.mark_bar(height={"band": 0.7}, color=colour("series-2")).encode(
        x=across("gain", _("What the points would add"), [0, 0.25], format="%"),
        y=names,
        fillOpacity=alt.FillOpacity(
            "chosen:N", scale=alt.Scale(domain=[0, 1], range=[0.45, 1]), legend=None
        ),
    )
    return above_one_another(bars + line, gains, heights=(140, 140))


EXPLORER = Explorer(
    slug="six-ecologies",
    title=_("Six ecologies"),
    question=_("A place has a little to spend on one of its six ecologies. On which?"),
    description=_(
        "Above, a bar for the level of each of six ecologies, with what is added in another "
        "colour, and a dashed line at what the six make together. Below, a bar for each ecology: "
        "what the same points would add there."
    ),
    kind="illustrative",
    chapter=9,
    height=360,
    controls=[
        select("place", _("Place"), PLACES, start=1),
        select("raised", _("Ecology to raise"), ECOLOGIES, start=2),
        plain_slider(
            "more",
            _("Points to spend"),
            low=0.05,
            high=0.2,
            step=0.05,
            start=0.1,
            form=percent(0),
        ),
        slider("link_exponent", step=0.5, low=-10, high=1, start=-4, form=plain(1)),
    ],
    predict=Prediction(
        "most",
        _(
            "A university city is strong in research (80%) and weak in finance (30%). Ten points "
            "are spent where they help most. How many points does the whole gain?"
        ),
        low=0,
        high=0.2,
        step=0.005,
    ),
    named={
        "now": _("What the six make together"),
        "mean": _("Plain mean of the six"),
        "after": _("What the six make with the points spent"),
        "weakest": _("Weakest ecology"),
        "own": _("Gain from the points as spent"),
        "most": _("Gain from the points where they add most"),
        "best": _("Where the points add most"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What ten points cost: a step may be dearer in the ecology that lags."),
        _("How levels would be measured: those of the three places are made up for teaching."),
        _("Which exponent holds: nobody has measured it for ecologies, so it is the reader’s."),
        _("Money and people that come from another place: a port can borrow elsewhere."),
    ],
    sources=["gan2024", "jones2011", "kremer1993"],
)
