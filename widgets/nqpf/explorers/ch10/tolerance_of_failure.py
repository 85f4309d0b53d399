"""A manager chooses between the known way, a new one and ease: what tolerance does to that."""

import altair as alt

from nqpf.algebra import Scalar, floor, maximum, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curve_and_point, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.trial_and_error import (
    value_of_ease,
    value_of_known_way,
    value_of_new_way,
    weight_that_explores,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

SIGNS = {"signs_for": 0.5, "signs_against": 0.75}
# What is said of the weight from which the new way is better, by hundredths.
WEIGHTS = [
    _("from a weight of {weight} of the second period").format(weight=plain(2).text(place / 100))
    for place in range(101)
]
WEIGHTS += [_("at no weight of the second period, not even the full one")]
WAYS = {"new": _("New way"), "ease": _("Ease")}


def values(p: Settings, weight: Scalar) -> dict[str, Scalar]:
    """Return what each choice is worth to the manager, by its name."""
    return forgiven_with(p, {"later_weight": weight, "tolerance": p.tolerance})


def forgiven_with(p: Settings, after: dict[str, Scalar]) -> dict[str, Scalar]:
    """Return what each choice is worth with that tolerance and weight of the second period."""
    return {
        "new": value_of_new_way(**SIGNS, known_chance=p.known_chance, **after),
        "known": value_of_known_way(known_chance=p.known_chance, **after),
        "ease": value_of_ease(ease=p.ease, **after),
    }


def beyond_known(p: Settings, weight: Scalar) -> dict[str, Scalar]:
    """Return what the new way and ease are worth beyond the known way."""
    worth = values(p, weight)
    return {name: worth[name] - worth["known"] for name in WAYS}


def show(p: Settings) -> View:
    """Return the manager's choice in words, and what it turns on at every weight of later."""
    here = values(p, p.later_weight)
    choice = where(
        here["ease"] > maximum(here["new"], here["known"]),
        lambda: 2,
        lambda: where(here["known"] >= here["new"], lambda: 1, lambda: 0),
    )
    worth = Sentence(
        _(
            "In successes over two periods the new way is worth {new} to the manager, the known "
            "way {known} and ease {ease}: the choice is {choice}."
        ),
        new=Value(here["new"], plain(3)),
        known=Value(here["known"], plain(3)),
        ease=Value(here["ease"], plain(3)),
        choice=word(choice, [_("the new way"), _("the known way"), _("ease")]),
    )
    forgiven = forgiven_with(p, {"later_weight": 1.0, "tolerance": 1.0})
    needed = Sentence(
        _("Where every failure is forgiven the new way beats the known one {needed}."),
        needed=word(
            where(
                forgiven["new"] < forgiven["known"],
                lambda: len(WEIGHTS) - 1,
                lambda: floor(
                    100 * weight_that_explores(**SIGNS, known_chance=p.known_chance) + 0.5
                ),
            ),
            WEIGHTS,
        ),
    )
    columns = {
        name: Column(_("{way}, beyond the known way").format(way=way), plain(3, signed=True))
        for name, way in WAYS.items()
    }
    lines = curve(
        "weight",
        grid(0, 1, 21),
        lambda weight: beyond_known(p, weight),
        weight=Column(_("Weight of the second period"), plain(2)),
        **columns,
    )
    point = rows(
        [{"at": p.later_weight, **beyond_known(p, p.later_weight)}],
        at=Column(_("Weight set"), plain(2)),
        **columns,
    )
    return View([worth, needed], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the new way and ease beyond the known way, which is the level line at zero."""
    x = across("weight", _("Weight of the second period"), [0, 1])
    title, ends, ticks = _("Worth beyond the known way"), [-0.2, 0.2], [-0.2, -0.1, 0, 0.1, 0.2]
    known = charts.point.mark_rule(color=colour("ink"), aria=False).encode(y=alt.datum(0))
    set_at = charts.point.mark_rule(color=colour("muted"), aria=False).encode(x=alt.X("at:Q"))
    new, ease = (upward(name, title, ends, ticks=ticks) for name in WAYS)
    tried = curve_and_point(charts.lines, charts.point, x=x, y=new, hue=colour("series-1"))
    easy = charts.lines.mark_line(color=colour("series-2"), strokeDash=[6, 4], clip=True)
    notes = written(
        charts.lines,
        [
            (_("solid: the new way"), "series-1"),
            (_("dashed: ease"), "series-2"),
        ],
    )
    return alt.layer(known, set_at, easy.encode(x=x, y=ease), tried, *notes)


EXPLORER = Explorer(
    slug="tolerance-of-failure",
    title=_("Tolerance of failure"),
    question=_("Failure is forgiven. Does the manager now try what is new, or take it easy?"),
    description=_(
        "Two lines of what the new way and ease are worth to a manager beyond the known way, "
        "against the weight of the second period. Where a line crosses zero, the choice changes."
    ),
    kind="illustrative",
    chapter=10,
    controls=[
        slider("tolerance", step=0.1, form=percent(0)),
        slider("later_weight", step=0.1),
        slider("known_chance", step=0.01, low=0.4, high=0.5, form=percent(0)),
        slider("ease", step=0.02, low=0.3, high=0.5, start=0.4),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Pay that rewards late success; here a manager can only stay or go."),
        _("That a trial teaches others too, so that it is worth more than the manager counts."),
        _("More than two periods, and owners who find out who took it easy."),
    ],
    sources=["manso2011", "huang2024"],
)
