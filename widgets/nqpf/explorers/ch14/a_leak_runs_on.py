"""Firms share data and gain by it, and one of them is broken into: how far does the leak run?"""

from itertools import pairwise

import altair as alt

from nqpf.algebra import Scalar, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curves_and_points, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.security.breach import firms_hit, reach_of_leak, value_of_sharing
from nqpf.numbers import counted, percent, plain
from nqpf.words import _

BREAK_INS, VALUE = 0.05, 0.1
MOST = 8
ALIKE = 5e-7


def worth(p: Settings, partners: Scalar, chance: Scalar) -> Scalar:
    """Return what sharing with so many partners is worth a year, leaks counted."""
    return value_of_sharing(
        data_partners=partners,
        leak_chance=chance,
        rounds_unnoticed=p.rounds_unnoticed,
        break_in_chance=BREAK_INS,
        leak_loss=p.leak_loss,
        partner_value=VALUE,
    )


def best(p: Settings) -> Scalar:
    """Return how many partners are worth most: each further one is worth less than the last."""
    values = [worth(p, float(partners), p.leak_chance) for partners in range(MOST + 1)]
    return total(where(more > fewer, lambda: 1.0, lambda: 0.0) for fewer, more in pairwise(values))


def show(p: Settings) -> View:
    """Return how far a leak runs, and what partners are worth with leaks and without."""
    case = {"data_partners": p.data_partners, "leak_chance": p.leak_chance}
    reach = reach_of_leak(**case)
    hit = firms_hit(**case, rounds_unnoticed=p.rounds_unnoticed)
    most = best(p)
    grows = where(abs(reach - 1) < ALIKE, lambda: 1, lambda: where(reach > 1, lambda: 2, lambda: 0))
    spread = Sentence(
        _(
            "Each firm hit passes a leak to {reach} others: it {grows}. After {rounds}, "
            "when it is noticed, {hit} firms are hit."
        ),
        reach=Value(reach, plain(1)),
        grows=word(grows, [_("dies out by itself"), _("keeps its size"), _("grows every round")]),
        rounds=Value(p.rounds_unnoticed, counted(_("round"), _("rounds"))),
        hit=Value(hit, plain(1)),
    )
    pays = Sentence(
        _(
            "Sharing with {partners} adds {worth} to a firm’s profit, leaks counted, and {free} if "
            "none were passed on. Best is sharing with {best}."
        ),
        partners=Value(p.data_partners, counted(_("partner"), _("partners"))),
        worth=Value(worth(p, p.data_partners, p.leak_chance), percent(1)),
        free=Value(worth(p, p.data_partners, 0.0), percent(1)),
        best=Value(most, plain(0)),
    )
    with_leaks, without = _("Added, leaks counted"), _("Added, if none were passed on")
    lines = curve(
        "partners",
        grid(0, MOST, 41),
        lambda partners: {
            "worth": worth(p, partners, p.leak_chance),
            "free": worth(p, partners, 0.0),
        },
        partners=Column(_("Partners"), plain(2)),
        worth=Column(with_leaks, percent(1)),
        free=Column(without, percent(1)),
    )
    point = rows(
        [
            {
                "at": p.data_partners,
                "worth": worth(p, p.data_partners, p.leak_chance),
                "free": worth(p, p.data_partners, 0.0),
            }
        ],
        at=Column(_("Partners set"), plain(0)),
        worth=Column(with_leaks, percent(1)),
        free=Column(without, percent(1)),
    )
    mark = rows([{"at": most}], at=Column(_("Partners that are worth most"), plain(0)))
    return View([spread, pays], {"lines": lines, "point": point, "mark": mark})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return what partners are worth against their number, with leaks and without."""
    x = across("partners", _("Firms with which each shares data"), [0, MOST], ticks=5)
    title = _("Added to profit")
    ends = [-0.2, 0.4]
    layers = curves_and_points(
        charts.lines,
        charts.point,
        x=x,
        y=lambda name: upward(name, title, ends, ticks=5, format="%", cut="below"),
        lines=[("worth", "series-1", [1, 0]), ("free", "series-2", [6, 4])],
        cut=True,
    )
    nothing = charts.point.mark_rule(aria=False).encode(y=alt.datum(0))
    best_at = charts.mark.mark_rule(color=colour("ink"), strokeDash=[2, 4]).encode(x="at:Q")
    notes = written(
        charts.lines,
        [
            (_("solid: leaks counted"), "series-1"),
            (_("dashed: none passed on"), "series-2"),
            (_("dotted: worth most"), "ink"),
        ],
        side="above",
    )
    return alt.layer(nothing, best_at, *layers, *notes)


EXPLORER = Explorer(
    slug="a-leak-runs-on",
    title=_("A leak runs on"),
    question=_("Firms gain by sharing data. What if one of them is broken into?"),
    description=_(
        "A dashed line of what sharing data is worth rises with the number of partners. A solid "
        "line, leaks counted, rises with it at first and then bends down, sooner the more often "
        "a leak passes from firm to firm. A dotted upright marks the best number."
    ),
    kind="illustrative",
    chapter=14,
    controls=[
        slider("data_partners", step=1, high=MOST, form=plain(0)),
        slider("leak_chance", step=0.02, form=percent(0)),
        slider("rounds_unnoticed", step=1, high=5, form=plain(0)),
        slider(
            "leak_loss",
            label=_("Loss of a firm that is hit, in years of profit"),
            step=0.2,
            low=0.2,
            high=2,
            form=plain(1),
        ),
    ],
    drag={"data_partners": "point.at"},
    named={
        "reach": _("Firms to which each firm hit passes a leak"),
        "grows": _("Course of the leak"),
        "hit": _("Firms hit when it is noticed"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("How many firms there are: a leak that grows soon meets firms that it has hit already."),
        _("What a firm counts: alone it weighs its own loss, not that its link exposes others."),
        _("Hubs, which share with very many: through them a leak runs further."),
        _("Partners of partners who are one another’s partners, which slows a leak down."),
        _("Aim: who attacks on purpose looks for the firm from which most can be reached."),
    ],
    sources=["newman2002", "crosignani2023"],
)
