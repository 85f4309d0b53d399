"""A push into modern plants: how far it must go, and when it is needless or in vain."""

import altair as alt

from nqpf.algebra import Scalar, floor, maximum, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, curve_and_point, listed, upward
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.learning.big_push import (
    critical_share,
    output_of_push,
    profit_of_plant,
    push_window,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

COUNTRY = {"labour": 10.0, "modern_advantage": 2.0}
ROW = _("Window")
# What is said of the share from which the rest follows, by whole per cent.
SHARES = [percent(0).text(share / 100) for share in range(101)]
SHARES += [_("none, not even all")]


def profit(p: Settings, share: Scalar) -> Scalar:
    """Return the profit of a plant when a part of the sectors is modern."""
    return profit_of_plant(
        **COUNTRY,
        starting_labour=p.starting_labour,
        wage_premium=p.wage_premium,
        modern_share=share,
    )


def show(p: Settings) -> View:
    """Return what the push comes to in words, the profit at every share, and the window."""
    here = profit(p, p.modern_share)
    window = push_window(**COUNTRY, wage_premium=p.wage_premium)
    made = output_of_push(**COUNTRY, starting_labour=p.starting_labour, modern_share=p.modern_share)
    needed = where(
        p.starting_labour > window.highest,
        lambda: len(SHARES) - 1,
        lambda: floor(
            100
            * critical_share(
                **COUNTRY, starting_labour=p.starting_labour, wage_premium=p.wage_premium
            )
            + 0.5
        ),
    )
    pushed = Sentence(
        _(
            "With {share} of sectors modern, a plant earns {profit} and {follow}. Covering its "
            "losses would take {cost} of all output."
        ),
        share=Value(p.modern_share, percent(0)),
        profit=Value(here, plain(2, signed=True)),
        follow=word(
            where(here > 0, lambda: 1, lambda: 0),
            [_("closes unless it is kept open"), _("others follow by themselves")],
        ),
        cost=Value(p.modern_share * maximum(0.0, -here) / made, percent(1)),
    )
    place = where(
        p.starting_labour < window.lowest,
        lambda: 0,
        lambda: where(p.starting_labour > window.highest, lambda: 2, lambda: 1),
    )
    limits = Sentence(
        _(
            "A push carries itself where starting a plant takes between {lowest} and {highest} "
            "workers. Here {place}. Share of sectors from which the rest follow: {needed}."
        ),
        lowest=Value(window.lowest, plain(2)),
        highest=Value(window.highest, plain(2)),
        place=word(
            place,
            [
                _("it takes less, and no push is needed"),
                _("it lies in between"),
                _("it takes more, and even all together make a loss"),
            ],
        ),
        needed=word(needed, SHARES),
    )
    line = curve(
        "share",
        grid(0, 1, 41),
        lambda share: {"profit": profit(p, share)},
        share=Column(_("Sectors that are modern"), percent(0)),
        profit=Column(_("Profit of a plant"), plain(2)),
    )
    point = rows(
        [{"at": p.modern_share, "profit": here}],
        at=Column(_("Sectors pushed"), percent(0)),
        profit=Column(_("Profit of a plant"), plain(2)),
    )
    bar = rows(
        [{"name": ROW, "low": window.lowest, "high": window.highest, "at": p.starting_labour}],
        name=Column(_("Shown")),
        low=Column(_("Lower end of the window"), plain(2)),
        high=Column(_("Upper end of the window"), plain(2)),
        at=Column(_("Workers that starting a plant takes"), plain(2)),
    )
    return View([pushed, limits], {"line": line, "point": point, "bar": bar})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return profit against the share of modern sectors, and below it the window as a bar."""
    x = across("share", _("Sectors that are modern"), [0, 1], format="%")
    y = upward("profit", _("Profit of a plant"), [-2, 2.5], ticks=[-2, -1, 0, 1, 2])
    nothing = charts.point.mark_rule(strokeDash=[5, 4], aria=False).encode(y=alt.datum(0))
    paths = curve_and_point(charts.line, charts.point, x=x, y=y, hue=colour("series-1"))
    row = listed("name", [ROW], ticks=False)
    labour = across("low", _("Workers that starting a plant takes"), [0, 1.6], ticks=4)
    window = charts.bar.mark_bar(color=colour("series-3"), height={"band": 0.4}).encode(
        x=labour, x2="high:Q", y=row
    )
    here = charts.bar.mark_tick(size=34, thickness=4, color=colour("ink")).encode(
        x=alt.X("at:Q"), y=row
    )
    return above_one_another(nothing + paths, window + here, heights=(170, 36))


EXPLORER = Explorer(
    slug="push-and-its-window",
    title=_("A push and its window"),
    question=_("No plant pays alone, all would pay together. How far must a push go?"),
    description=_(
        "A rising line: the profit of a plant against the part of sectors that has one, from a "
        "loss to a gain. Below, a bar spans the starting labour at which a push works, with a "
        "stroke where it is set."
    ),
    kind="illustrative",
    chapter=10,
    controls=[
        slider("modern_share", label=_("Sectors pushed"), step=0.05, start=0.8),
        slider("starting_labour", step=0.05, low=0.4, high=1.2),
        slider("wage_premium", step=0.02, low=0.7, high=0.9),
    ],
    drag={"modern_share": "point.at", "starting_labour": "bar.at"},
    named={
        "follow": _("Outcome of the push"),
        "cost": _("Cost of covering losses, of output"),
        "lowest": _("Lower end of the window, workers"),
        "highest": _("Upper end of the window, workers"),
        "place": _("Workers against the window"),
        "needed": _("Sectors from which the rest follow"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Trade: with a world market a plant does not need its neighbours’ wages as demand."),
        _("That the state must guess the labour a plant takes; here it is known."),
        _("Who pays for a push that fails, and firms that stay on support for good."),
    ],
    sources=["murphy1989"],
)
