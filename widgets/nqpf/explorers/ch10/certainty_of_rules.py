"""How much a commitment must promise before it beats waiting, when rules may change."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.patience import hurdle_of_commitment
from nqpf.numbers import percent, plain
from nqpf.words import _


def hurdle(p: Settings, policy: Scalar) -> Scalar:
    """Return the hurdle with so much uncertainty about the rules."""
    return hurdle_of_commitment(
        discount_rate=p.discount_rate,
        payout_rate=p.payout_rate,
        market_uncertainty=p.market_uncertainty,
        policy_uncertainty=policy,
    )


def show(p: Settings) -> View:
    """Return the hurdle with and without doubt about the rules, and the curve between."""
    here, sure = hurdle(p, p.policy_uncertainty), hurdle(p, 0.0)
    sentence = Sentence(
        _(
            "With rules that are certain, a project worth {sure} times its cost is begun; as set "
            "it must be worth {here} times its cost. The doubt about rules works as a tax of {tax} "
            "on what it is worth."
        ),
        sure=Value(sure, plain(2)),
        here=Value(here, plain(2)),
        tax=Value(1 - sure / here, percent(0)),
    )
    line = curve(
        "policy",
        grid(0, 0.4, 41),
        lambda policy: {"hurdle": hurdle(p, policy), "sure": sure},
        policy=Column(_("Uncertainty about the rules"), percent(0)),
        hurdle=Column(_("Worth over cost at which it is begun"), plain(2)),
        sure=Column(_("The same if the rules were certain"), plain(2)),
    )
    point = rows(
        [{"at": p.policy_uncertainty, "hurdle": here}],
        at=Column(_("Uncertainty set"), percent(0)),
        hurdle=Column(_("Worth over cost at which it is begun"), plain(2)),
    )
    return View([sentence], {"line": line, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the hurdle against the doubt about rules, above the dashed hurdle without it."""
    x = across("policy", _("Uncertainty about the rules, a year"), [0, 0.4], ticks=4, format="%")
    title, ends, ticks = _("Times its cost, to be begun"), [0, 9], [0, 2, 4, 6, 8]
    y = upward("hurdle", title, ends, ticks=ticks)
    moved = charts.line.mark_line(color=colour("series-1")).encode(x=x, y=y)
    sure = charts.line.mark_line(color=colour("series-2"), strokeDash=[6, 4]).encode(
        x=x, y=upward("sure", title, ends, ticks=ticks)
    )
    here = charts.point.mark_point(size=120, color=colour("series-1")).encode(x=alt.X("at:Q"), y=y)
    notes = written(
        charts.line,
        [
            (_("solid: with doubt about rules"), "series-1"),
            (_("dashed: rules are certain"), "series-2"),
        ],
    )
    return alt.layer(sure, moved, here, *notes)


EXPLORER = Explorer(
    slug="certainty-of-rules",
    title=_("Certainty of rules"),
    question=_("What does it cost a project that its rules may change?"),
    description=_(
        "A line that bends upwards: the less sure the rules, the more a project must be worth, "
        "over its cost, before it is begun. A dashed level line shows the hurdle without doubt."
    ),
    kind="illustrative",
    chapter=10,
    controls=[
        slider("policy_uncertainty", step=0.02, high=0.4, start=0.2),
        slider("market_uncertainty", step=0.05, low=0.05, high=0.4),
        slider("payout_rate", step=0.01, low=0.03, high=0.08),
        slider("discount_rate", step=0.01, low=0.02, high=0.08, start=0.04),
    ],
    drag={"policy_uncertainty": "point.at"},
    named={
        "sure": _("Worth over cost asked for with certain rules"),
        "here": _("Worth over cost asked for as set"),
        "tax": _("Doubt about rules as a tax"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Commitments that can be undone, for which doubt raises no hurdle."),
        _("Rivals: who waits may lose the place, so that competition lowers the hurdle."),
        _("Rules that change for the better, or that investors themselves can move."),
    ],
    sources=["dixit1994", "rodrik1991"],
)
