"""How much to make at home: what that does to growth, and to what is kept in a crisis."""

import altair as alt

from nqpf.algebra import Scalar, maximum, minimum, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.security.growth_and_security import (
    growth_price_of_security,
    growth_with_home_part,
    home_part_of_most_growth,
    kept_in_worst_crisis,
    safest_home_part,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

CALM, ABROAD, HOME_CHANCE = 0.05, 0.25, 0.02
# Security is drawn from here on: below it lies only what no setting reaches.
LEAST_KEPT = 0.7


def dangers(p: Settings) -> dict[str, Scalar]:
    """Return the reader's costs and crises."""
    return {
        "home_drag": p.home_drag,
        "blockade_chance": p.blockade_chance,
        "blockade_setback": ABROAD,
        "home_failure_chance": HOME_CHANCE,
        "home_setback": p.home_setback,
    }


def outcome(p: Settings, part: Scalar) -> dict[str, Scalar]:
    """Return growth and what is kept in the worst crisis with a part made at home."""
    return {
        "growth": growth_with_home_part(calm_growth=CALM, home_part=part, **dangers(p)),
        "kept": kept_in_worst_crisis(
            home_part=part, blockade_setback=ABROAD, home_setback=p.home_setback
        ),
    }


def turns(p: Settings) -> tuple[Scalar, Scalar]:
    """Return where growth is highest and where most is kept."""
    return (
        home_part_of_most_growth(**dangers(p)),
        safest_home_part(blockade_setback=ABROAD, home_setback=p.home_setback),
    )


def show(p: Settings) -> View:
    """Return growth and security at the reader's point, and what they cost in each other."""
    fastest, safest = turns(p)
    low, high = minimum(fastest, safest), maximum(fastest, safest)
    here, top = outcome(p, p.home_part), outcome(p, fastest)
    where_it_is = where(
        p.home_part < low, lambda: 0, lambda: where(p.home_part < high, lambda: 1, lambda: 2)
    )
    reached = Sentence(
        _(
            "With {part} made at home output grows by {growth} a year, and {kept} of it is kept "
            "in the worst crisis. A little more made at home: {move}."
        ),
        part=Value(p.home_part, percent(0)),
        growth=Value(here["growth"], percent(2)),
        kept=Value(here["kept"], percent(1)),
        move=word(where_it_is, [_("both rise"), _("one for the other"), _("both fall")]),
    )
    price = growth_price_of_security(home_part=minimum(0.95, p.home_part), **dangers(p))
    cost = Sentence(
        _(
            "Growth is highest with {fastest} made at home, safety with {safest}. Against the "
            "highest growth you have {given} points of growth and {gained} points of output kept. "
            "One point more kept costs {price} points of growth here (0 off the thick stretch)."
        ),
        fastest=Value(fastest, percent(0)),
        safest=Value(safest, percent(0)),
        given=Value(100 * (here["growth"] - top["growth"]), plain(2, signed=True)),
        gained=Value(100 * (here["kept"] - top["kept"]), plain(1, signed=True)),
        price=Value(where(abs(where_it_is - 1) < 0.5, lambda: price, lambda: 0.0), plain(3)),
    )
    columns = {
        "growth": Column(_("Mean growth a year"), percent(2)),
        "kept": Column(_("Kept in the worst crisis"), percent(1)),
    }

    def stretch(start: Scalar, end: Scalar):  # type: ignore[no-untyped-def]
        return curve(
            "step",
            grid(0, 1, 21),
            lambda step: outcome(p, start + (end - start) * step),
            step=Column(_("Along the stretch"), percent(0)),
            **columns,
        )

    point = rows([here], **columns)
    ends = rows(
        [{**top, "sign": 0}, {**outcome(p, safest), "sign": 1}],
        **columns,
    )
    return View(
        [reached, cost],
        {
            "together": stretch(0.0 * p.home_part, low),
            "choice": stretch(low, high),
            "waste": stretch(high, 1.0 + 0.0 * p.home_part),
            "point": point,
            "ends": ends,
        },
    )


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the road from all abroad to all at home, with the stretch on which one chooses."""
    x = across("kept", _("Output kept in the worst crisis"), [LEAST_KEPT, 1], format="%")
    y = upward(
        "growth", _("Mean growth a year"), [0.015, 0.05], ticks=[0.02, 0.03, 0.04, 0.05], format="%"
    )
    layers = [
        getattr(charts, name)
        .mark_line(color=colour(token), strokeDash=dash, strokeWidth=width, clip=True)
        .encode(x=x, y=y, order="step:Q")
        for name, token, dash, width in (
            ("together", "series-1", [1, 0], 2),
            ("waste", "series-6", [2, 4], 2),
            ("choice", "series-2", [1, 0], 5),
        )
    ]
    ends = charts.ends.mark_point(size=60, shape="diamond", filled=True, color=colour("ink"))
    here = charts.point.mark_point(size=160, color=colour("ink"), opacity=1)
    notes = written(
        charts.point,
        [
            (_("thin: both rise"), "series-1"),
            (_("thick: one for the other"), "series-2"),
            (_("dotted: both fall"), "series-6"),
        ],
        side="above",
    )
    return alt.layer(*layers, ends.encode(x=x, y=y), here.encode(x=x, y=y), *notes)


EXPLORER = Explorer(
    slug="growth-and-security",
    title=_("Growth and security"),
    question=_("Can an economy have more growth and more security, or must it choose?"),
    description=_(
        "A road from all bought abroad to all made at home, with security to the right and growth "
        "upwards. At first both rise; then, on a thick stretch between two diamonds, growth falls "
        "while security rises; at last, dotted, both fall. A ring marks the point chosen."
    ),
    kind="illustrative",
    chapter=14,
    controls=[
        slider("home_part", step=0.01, start=0.2),
        slider("home_drag", step=0.0025, low=0.0025, high=0.03, start=0.02, form=percent(2)),
        slider("blockade_chance", step=0.01, low=0.0, high=0.12, start=0.05, form=percent(0)),
        slider("home_setback", step=0.025, low=0.0, high=0.25, start=0.1, form=percent(1)),
    ],
    named={
        "move": _("A little more made at home"),
        "fastest": _("Part at home with the highest growth"),
        "safest": _("Part at home with the most safety"),
        "given": _("Growth against the highest, points"),
        "gained": _("Output kept against the highest growth, points"),
        "price": _("Price of one point kept, points of growth"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What others do: who makes himself safe may make the crisis less likely, or answer it."),
        _("Gains from trade that grow with it, such as what is learnt abroad."),
        _("Stocks, second suppliers and substitutes, which are often cheaper than making it."),
        _("Goods that are critical and dear to make at home: here the critical ones are cheap."),
        _("Any country: drag, chances and setbacks were chosen for teaching."),
    ],
    sources=["huang2024", "grossman2023", "clayton2024"],
)
