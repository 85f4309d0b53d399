"""Six ecologies, one unlike the others: what do they make together, and which to raise first?"""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import (
    above_one_another,
    across,
    curve_and_point,
    listed,
    upward,
    written,
)
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
from nqpf.models.structure.ecosystem import output_of_chain, output_of_links
from nqpf.numbers import percent, plain, points
from nqpf.words import _

ECOLOGIES = [
    _("industrial"),
    _("digital"),
    _("research"),
    _("entrepreneurial"),
    _("financial"),
    _("service"),
]
STEP = 0.1
# Gains that differ by less are the same when shown to a tenth of a percent.
ALIKE = 5e-4


def qualities(p: Settings, *, own: float = 0.0, other: float = 0.0) -> list[Scalar]:
    """Return six qualities, first the one apart, with so much more of it or of one other."""
    return [p.quality + own, p.others + other] + [p.others] * (len(ECOLOGIES) - 2)


def show(p: Settings) -> View:
    """Return the whole by three rules in words, over all exponents, and what each step adds."""

    def whole(exponent: Scalar, **more: float) -> Scalar:
        return output_of_links(link_qualities=qualities(p, **more), link_exponent=exponent)

    now, chain = whole(p.link_exponent), output_of_chain(link_qualities=qualities(p))
    own = whole(p.link_exponent, own=STEP) - now
    other = whole(p.link_exponent, other=STEP) - now
    together = Sentence(
        _(
            "Together they make {whole} of what they could. The plain mean says {mean}; a chain "
            "in which every link must hold makes {chain}."
        ),
        whole=Value(now, percent(1)),
        mean=Value(whole(1.0), percent(1)),
        chain=Value(chain, percent(1)),
    )
    first = where(
        abs(own - other) < ALIKE,
        lambda: 1,
        lambda: where(own > other, lambda: 0, lambda: 2),
    )
    coin = Sentence(
        _(
            "Ten points more in the {ecology} ecology add {own} points to the whole, in any one of "
            "the others {other}: the first coin belongs to {first}."
        ),
        ecology=word(p.apart, ECOLOGIES),
        own=Value(own, points(1)),
        other=Value(other, points(1)),
        first=word(first, [_("the one apart"), _("either"), _("one of the others")]),
    )
    heading = {"whole": Column(_("What the six make together"), percent(1))}
    line = curve(
        "exponent",
        grid(-10, 5, 61),
        lambda exponent: {"whole": whole(exponent)},
        exponent=Column(_("Exponent"), plain(2)),
        **heading,
    )
    point = rows(
        [{"at": p.link_exponent, "whole": now, "chain": chain}],
        at=Column(_("Exponent set"), plain(1)),
        **heading,
        chain=Column(_("As a chain"), percent(1)),
    )
    steps = rows(
        (
            {
                "ecology": name,
                "gain": where(abs(p.apart - place) < 0.5, lambda: own, lambda: other),
            }
            for place, name in enumerate(ECOLOGIES)
        ),
        ecology=Column(_("Ecology")),
        gain=Column(_("What ten points more add"), percent(1)),
    )
    return View([together, coin], {"line": line, "point": point, "steps": steps})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the whole against the exponent, above what a step in each ecology adds."""
    ticks = [-10, -5, 0, 1, 5]
    x = across("exponent", _("← worst | exponent | best →"), [-10, 5], ticks=ticks)
    y = upward("whole", _("The whole"), [0, 1], ticks=[0, 0.5, 1], format="%")
    upper = curve_and_point(charts.line, charts.point, x=x, y=y, hue=colour("series-1"))
    chain = charts.point.mark_rule(color=colour("series-2"), strokeDash=[6, 4], size=2).encode(
        y="chain:Q"
    )
    named = written(charts.line, [(_("dashed: a chain"), "series-2")])
    bars = charts.steps.mark_bar(height={"band": 0.7}).encode(
        x=across("gain", _("Added by ten points more"), [0, 0.15], ticks=3, format="%"),
        y=listed("ecology", ECOLOGIES, ticks=False, minExtent=96),
    )
    return above_one_another(alt.layer(upper, chain, *named), bars, heights=(120, 130))


EXPLORER = Explorer(
    slug="six-ecologies",
    title=_("Six ecologies"),
    question=_("One ecology lags behind five good ones. Is it the one to raise first?"),
    description=_(
        "Above, a curve of what six ecologies make together rises from the worst to the best as "
        "good ones make up more for bad ones; a dashed line marks what a chain makes. Below, a "
        "bar for each ecology: what ten points more of it add."
    ),
    kind="illustrative",
    chapter=9,
    height=320,
    controls=[
        slider("link_exponent", step=0.5, start=-4, form=plain(1)),
        plain_slider(
            "quality",
            _("Quality of the one apart"),
            low=0.1,
            high=0.9,
            step=0.05,
            start=0.5,
            form=percent(0),
        ),
        plain_slider(
            "others",
            _("Quality of the other five"),
            low=0.5,
            high=0.9,
            step=0.05,
            start=0.9,
            form=percent(0),
        ),
        select("apart", _("The one apart"), ECOLOGIES, start=4),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("What ten points cost: a step may be dearer in the ecology that lags."),
        _("Which exponent holds: nobody has measured it for ecologies, so it is the reader’s."),
        _("Loops, in which ecologies raise one another over time."),
    ],
    sources=["gan2024", "kremer1993", "jones2011", "hirshleifer1983"],
)
