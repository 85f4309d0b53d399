"""A manager chooses between the known way, a new one and ease: patience against tolerance."""

import altair as alt

from nqpf.algebra import Scalar, floor, maximum, minimum, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.trial_and_error import (
    value_of_ease,
    value_of_known_way,
    value_of_new_way,
    weights_that_turn,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

SIGNS = {"signs_for": 0.5, "signs_against": 0.75}
CHOICES = [_("the new way"), _("the known way"), _("ease")]
# From which weight the new way is chosen: a hundredth, or none.
FROM = [_("from a weight of {weight}").format(weight=plain(2).text(w / 100)) for w in range(101)]
FROM += [_("at no weight up to 1")]


def turns(p: Settings, tolerance: Scalar) -> dict[str, Scalar]:
    """Return where the choice turns at a tolerance, within the frame."""
    found = weights_that_turn(
        **SIGNS, known_chance=p.known_chance, tolerance=tolerance, ease=p.ease
    )
    return {
        "ease": minimum(1.0, found.ease_ends),
        "new": minimum(1.0, found.new_begins),
        "top": 1.0,
    }


def show(p: Settings) -> View:
    """Return the manager's choice in words, and where it turns at every tolerance."""
    after = {"later_weight": p.later_weight, "tolerance": p.tolerance}
    new = value_of_new_way(**SIGNS, known_chance=p.known_chance, **after)
    known = value_of_known_way(known_chance=p.known_chance, **after)
    easy = value_of_ease(ease=p.ease, **after)
    choice = where(
        easy > maximum(new, known), lambda: 2, lambda: where(known >= new, lambda: 1, lambda: 0)
    )
    worth = Sentence(
        _(
            "The manager chooses {choice}: in successes over two periods the new way is worth "
            "{new}, the known way {known} and ease {ease}."
        ),
        choice=word(choice, CHOICES),
        new=Value(new, plain(2)),
        known=Value(known, plain(2)),
        ease=Value(easy, plain(2)),
    )
    begins = weights_that_turn(
        **SIGNS, known_chance=p.known_chance, tolerance=p.tolerance, ease=p.ease
    ).new_begins
    needed = Sentence(
        _("With {tolerance} of failures forgiven the new way is chosen {begins}."),
        tolerance=Value(p.tolerance, percent(0)),
        begins=word(minimum(101.0, -floor(1e-9 - 100 * begins)), FROM),
    )
    lines = curve(
        "tolerance",
        grid(0, 1, 41),
        lambda tolerance: turns(p, tolerance),
        tolerance=Column(_("Failures forgiven"), percent(0)),
        ease=Column(_("Ease is chosen up to this weight"), plain(2)),
        new=Column(_("The new way is chosen from this weight"), plain(2)),
        top=Column(_("Largest weight"), plain(0)),
    )
    point = rows(
        [{"at": p.tolerance, "weight": p.later_weight}],
        at=Column(_("Failures forgiven, as set"), percent(0)),
        weight=Column(_("Weight as set"), plain(2)),
    )
    return View([worth, needed], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a map of the choice by tolerance and weight, and the reader's manager on it."""
    x = across("tolerance", _("Failures forgiven"), [0, 1], format="%")
    title = _("Weight of the second period")

    def height(name: str) -> alt.Y:
        return upward(name, title, [0, 1.36], ticks=[0, 0.2, 0.4, 0.6, 0.8, 1])

    areas = [
        charts.lines.mark_area(color=colour(token), opacity=0.45).encode(
            x=x, y=height(low), y2=high
        )
        for low, high, token in (
            ("new", alt.Y2("top:Q"), "series-1"),
            ("ease", alt.Y2Datum(0), "series-2"),
        )
    ]
    edges = [
        charts.lines.mark_line(color=colour(token), strokeDash=dash).encode(x=x, y=height(name))
        for name, token, dash in (("new", "series-1", [1, 0]), ("ease", "series-2", [6, 4]))
    ]
    here = charts.point.mark_point(
        size=150, shape="diamond", color=colour("ink"), filled=True, opacity=1
    ).encode(x=alt.X("at:Q"), y=height("weight"))
    notes = written(
        charts.point,
        [
            (_("above the solid line: the new way"), "series-1"),
            (_("below the dashed line: ease"), "series-2"),
        ],
    )
    return alt.layer(*areas, *edges, here, *notes)


EXPLORER = Explorer(
    slug="tolerance-of-failure",
    title=_("Tolerance of failure"),
    question=_("Failure is forgiven. Does the manager now try what is new, or take it easy?"),
    description=_(
        "A map of a manager’s choice by the part of failures that is forgiven and the weight of "
        "the second period. Above a falling line the new way is chosen, below a rising dashed line "
        "ease, in between the known way. A diamond marks the manager as set."
    ),
    kind="illustrative",
    chapter=10,
    height=280,
    controls=[
        slider("tolerance", label=_("Failures forgiven"), step=0.1, start=0.3, form=percent(0)),
        slider("later_weight", step=0.1, start=0.8),
        slider("ease", step=0.02, low=0.3, high=0.6, start=0.5),
        slider("known_chance", step=0.01, low=0.4, high=0.5, form=percent(0)),
    ],
    drag={"tolerance": "point.at", "later_weight": "point.weight"},
    named={
        "choice": _("Way that the manager chooses"),
        "new": _("Successes on the new way"),
        "known": _("Successes on the known way"),
        "ease": _("Worth of ease, in successes"),
        "begins": _("When the new way is chosen"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Pay that rewards late success; here a manager can only stay or go."),
        _("That a trial teaches others too, so that it is worth more than the manager counts."),
        _("More than two periods, and owners who find out who took it easy."),
    ],
    sources=["manso2011", "huang2024"],
)
