"""What a country gains from protecting inventions, by how many of them are its own."""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curve_and_point, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.rules_of_the_game import (
    best_national_protection,
    best_protected_part,
    national_gain,
)
from nqpf.numbers import percent
from nqpf.words import _

RESPONSE = 1.0


def country(p: Settings) -> dict[str, Scalar]:
    """Return what the reader sets of the country, beside what it protects."""
    return {
        "demand_response": RESPONSE,
        "home_inventions": p.home_inventions,
        "home_market": p.home_market,
        "protection_abroad": p.protection_abroad,
    }


def show(p: Settings) -> View:
    """Return what protection is best for the country, and its gain at every degree of it."""
    case = country(p)
    best = best_national_protection(**case)
    most = national_gain(protected_part=best, **case)
    here = national_gain(protected_part=p.protected_part, **case) / most
    none = where(best < 0.005, lambda: 0, lambda: 1)
    now = Sentence(
        _(
            "A country that buys {market} of what the world buys and invents {own} of what it "
            "invents gains most by protecting {best} of an invention’s value: {verdict}. What is "
            "set brings it {here} of that."
        ),
        market=Value(p.home_market, percent(0)),
        own=Value(p.home_inventions, percent(0)),
        best=Value(best, percent(0)),
        verdict=word(
            none,
            [
                _("others protect, and it uses what that calls forth"),
                _("what its inventors earn outweighs what its users lose"),
            ],
        ),
        here=Value(here, percent(1)),
    )
    world = Sentence(
        _("If all countries decided as one they would protect {world}."),
        world=Value(best_protected_part(demand_response=RESPONSE), percent(0)),
    )
    line = curve(
        "protected",
        grid(0, 1, 51),
        lambda part: {"gain": national_gain(protected_part=part, **case) / most},
        protected=Column(_("Part of its value that is protected"), percent(0)),
        gain=Column(_("Gain of the country, of its most"), percent(1)),
    )
    point = rows(
        [{"at": p.protected_part, "gain": here, "best": best}],
        at=Column(_("Protection set"), percent(0)),
        gain=Column(_("Gain of the country, of its most"), percent(1)),
        best=Column(_("Protection that is best for it"), percent(0)),
    )
    return View([now, world], {"line": line, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the country's gain against what it protects, with a dashed rule at its best."""
    title = _("Part of an invention’s value protected")
    x, top = (across(name, title, [0, 1], format="%") for name in ("protected", "best"))
    y = upward("gain", _("Gain of the country, of its most"), [0, 1.05], format="%")
    best = charts.point.mark_rule(strokeDash=[5, 4], aria=False).encode(x=top)
    here = curve_and_point(charts.line, charts.point, x=x, y=y, hue=colour("series-1"))
    notes = written(charts.point, [(_("dashed: best for the country"), "muted")], side="above")
    return alt.layer(best, here, *notes)


EXPLORER = Explorer(
    slug="whose-inventions",
    title=_("Whose inventions?"),
    question=_("Should a country that catches up protect inventions as one at the frontier does?"),
    description=_(
        "A line of what a country gains against the part of an invention’s value that it protects. "
        "Where most inventions are made abroad it falls from the start; where the country makes "
        "most of them or is most of the market it has a hump, marked by a dashed rule."
    ),
    kind="illustrative",
    chapter=16,
    controls=[
        slider("home_inventions", step=0.05, form=percent(0)),
        slider("home_market", step=0.05, form=percent(0)),
        slider("protected_part", step=0.05, form=percent(0)),
        slider("protection_abroad", step=0.05, high=0.9, form=percent(0)),
    ],
    drag={"protected_part": "point.at"},
    named={
        "best": _("Protection best for the country"),
        "verdict": _("Reason"),
        "here": _("Gain of the country as set, of its most"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What follows from protection: firms from abroad may bring more technology."),
        _("How a country comes to invent more; protection may be a part of it."),
        _("Treaties, by which each protects because the others do."),
    ],
    sources=["grossman2004", "nordhaus1969"],
)
