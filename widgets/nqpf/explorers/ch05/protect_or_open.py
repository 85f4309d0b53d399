"""Two regions choose whether to shield their own firm: each gains alone, both lose together."""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, slider, toggle, word
from nqpf.explorers.core.style import colour, series
from nqpf.models.allocation.protection import protection_payoffs
from nqpf.numbers import percent, plain
from nqpf.words import _

CASES = [_("both open"), _("other alone protects"), _("you alone protect"), _("both protect")]
WHO = [_("You"), _("The other region")]


def payoff(p: Settings, own: Scalar, other: Scalar) -> Scalar:
    """Return a region's welfare, given its own choice and the other's, 1 for protecting."""
    w = protection_payoffs(barrier=p.barrier)
    return where(
        own > 0.5,
        lambda: where(other > 0.5, lambda: w.both_protect, lambda: w.protects_alone),
        lambda: where(other > 0.5, lambda: w.open_alone, lambda: w.both_open),
    )


def show(p: Settings) -> View:
    """Return both regions' welfare, and what a change of mind would bring."""
    mine, theirs = payoff(p, p.own, p.other), payoff(p, p.other, p.own)
    changed = payoff(p, 1 - p.own, p.other)
    better = where(changed > mine, lambda: 1, lambda: 0)
    now = Sentence(
        _("You get {mine} and the other region {theirs} of what each would get if both were open."),
        mine=Value(mine, percent(1)),
        theirs=Value(theirs, percent(1)),
    )
    alone = Sentence(
        _("If you alone changed your mind you would get {changed}: you would {verdict}."),
        changed=Value(changed, percent(1)),
        verdict=word(better, [_("not gain by it"), _("gain by it")]),
    )
    bars = rows(
        (
            {
                "case": case,
                "who": person,
                "welfare": payoff(p, a, b),
                "chosen": where(
                    (p.own - own) ** 2 + (p.other - other) ** 2 < 0.5, lambda: 1, lambda: 0
                ),
            }
            for case, (own, other) in zip(CASES, [(0, 0), (0, 1), (1, 0), (1, 1)], strict=True)
            for person, (a, b) in zip(WHO, [(own, other), (other, own)], strict=True)
        ),
        case=Column(_("Choices")),
        who=Column(_("Region")),
        welfare=Column(_("Welfare, both open = 100%"), percent(1)),
        chosen=Column(_("Chosen above (1) or not (0)"), plain(0)),
    )
    return View([now, alone], {"bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return pairs of bars; a triangle stands at the two that are chosen above."""
    y = alt.Y("case:N", sort=CASES, title=None, axis=alt.Axis(labelLimit=150, minExtent=125))
    offset = alt.YOffset("who:N", sort=WHO)
    x = alt.X(
        "welfare:Q",
        title=_("Welfare; ◀ as chosen"),
        scale=alt.Scale(domain=[0, 1.2]),
        axis=alt.Axis(format="%", tickCount=4),
    )
    colours = alt.Color("who:N", sort=WHO, title=None, scale=alt.Scale(domain=WHO, range=series(2)))
    bars = charts.bars.mark_bar().encode(y=y, yOffset=offset, x=x, color=colours)
    marks = charts.bars.mark_point(
        shape="triangle-left", size=90, xOffset=9, color=colour("ink")
    ).encode(
        y=y,
        yOffset=offset,
        x=x,
        opacity=alt.Opacity("chosen:Q", legend=None, scale=alt.Scale(domain=[0, 1], range=[0, 1])),
    )
    return bars + marks


EXPLORER = Explorer(
    slug="protect-or-open",
    title=_("Protect or open"),
    question=_("Both regions protect and both would like to stop. Why does neither begin?"),
    description=_(
        "Four pairs of bars, one for each combination of choices. A region that protects alone "
        "gets most, one that is open alone least, and both open beats both protecting."
    ),
    kind="illustrative",
    chapter=5,
    controls=[
        toggle("own", _("You protect your firm"), start=True, off=_("no"), on=_("yes")),
        toggle("other", _("The other region protects"), start=True, off=_("no"), on=_("yes")),
        slider(
            "barrier",
            label=_("Height of the barrier, of what would end all trade"),
            low=0.1,
            high=1.0,
            step=0.1,
            start=0.5,
        ),
    ],
    named={
        "mine": _("Your welfare, both open = 100%"),
        "theirs": _("Welfare of the other region, both open = 100%"),
        "changed": _("Your welfare if you changed your mind"),
        "verdict": _("Changing your mind"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Repeated play, a common authority and payments between regions, which can end it."),
        _("Reasons to shield a young firm that learns: chapter 8 takes them up."),
        _("More than one firm a region: with many the gain from shielding shrinks."),
    ],
    sources=["barwick2021", "brander1983"],
)
