"""Two cycles that meet in technology: what happens to it when one is broken or closed?"""

import altair as alt

from nqpf.algebra import Scalar, let
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, listed, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, slider, toggle
from nqpf.explorers.core.style import colour
from nqpf.models.structure.ecosystem import Cycles, next_stocks_of_cycles, technology_at_rest
from nqpf.numbers import percent, plain
from nqpf.words import _

PERIODS = 30
STOCKS = [_("Education"), _("Talent"), _("Technology"), _("Industry"), _("Finance")]


def path(p: Settings, name: str, education: Scalar, finance: Scalar) -> list[Cycles]:
    """Return the five stocks in every period, from 1 each, with the cycles as they are set."""
    seen = [Cycles(1.0, 1.0, 1.0, 1.0, 1.0)]
    for period in range(1, PERIODS + 1):
        after = next_stocks_of_cycles(
            **seen[-1]._asdict(),
            cycle_link=p.cycle_link,
            education_cycle=education,
            finance_cycle=finance,
            loop_retention=p.loop_retention,
        )
        seen.append(
            Cycles(*(let(f"{name}_{place}_{period}", one) for place, one in enumerate(after)))
        )
    return seen


def show(p: Settings) -> View:
    """Return technology's path as set, with both cycles broken and with both closed."""

    def rest(education: Scalar, finance: Scalar) -> Scalar:
        return technology_at_rest(
            cycle_link=p.cycle_link, education_cycle=education, finance_cycle=finance
        )

    yours = path(p, "yours", p.education_closed, p.finance_closed)
    broken, closed = path(p, "broken", 0.0, 0.0), path(p, "closed", 1.0, 1.0)
    end = Sentence(
        _(
            "As set, technology stands at {now} times its level alone after {periods} periods and "
            "comes to rest at {rest}."
        ),
        now=Value(yours[-1].technology, plain(2)),
        periods=Value(PERIODS, plain(0)),
        rest=Value(rest(p.education_closed, p.finance_closed), plain(2)),
    )
    compared = Sentence(
        _(
            "With both cycles broken it would rest at {none}, with one closed at {first} "
            "(education) or {second} (finance), with both at {both}."
        ),
        none=Value(rest(0.0, 0.0), plain(2)),
        first=Value(rest(1.0, 0.0), plain(2)),
        second=Value(rest(0.0, 1.0), plain(2)),
        both=Value(rest(1.0, 1.0), plain(2)),
    )
    back = Sentence(
        _("Of one unit of technology {back} comes back to it in the next round."),
        back=Value((p.education_closed + p.finance_closed) * p.cycle_link**3, percent(0)),
    )
    lines = rows(
        (
            {
                "period": period,
                "yours": now.technology,
                "broken": least.technology,
                "closed": most.technology,
            }
            for period, (now, least, most) in enumerate(zip(yours, broken, closed, strict=True))
        ),
        period=Column(_("Period"), plain(0)),
        yours=Column(_("Technology as set"), plain(2)),
        broken=Column(_("Both cycles broken"), plain(2)),
        closed=Column(_("Both cycles closed"), plain(2)),
    )
    bars = rows(
        ({"stock": name, "level": level} for name, level in zip(STOCKS, yours[-1], strict=True)),
        stock=Column(_("Stock")),
        level=Column(_("Level at the end (alone: 1)"), plain(2)),
    )
    return View([end, compared, back], {"lines": lines, "bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return technology over time in three cases, above the five stocks at the end."""
    x = across("period", _("Period"), [0, PERIODS], ticks=[0, 10, 20, 30])
    frame = [0, 8]

    def level(field: str) -> alt.Y:
        return upward(field, _("Technology (alone: 1)"), frame, ticks=[0, 2, 4, 6, 8])

    muted = colour("muted")
    closed = charts.lines.mark_line(color=muted, strokeDash=[6, 4]).encode(x=x, y=level("closed"))
    broken = charts.lines.mark_line(color=muted, strokeDash=[2, 3]).encode(x=x, y=level("broken"))
    yours = charts.lines.mark_line(color=colour("series-1"), strokeWidth=3).encode(
        x=x, y=level("yours")
    )
    notes = written(
        charts.lines,
        [
            (_("thick: as you set it"), "series-1"),
            (_("dashed: both cycles closed"), "muted"),
            (_("dotted: both broken"), "muted"),
        ],
        side="above",
    )
    bars = charts.bars.mark_bar(height={"band": 0.7}, color=colour("series-1")).encode(
        x=across("level", _("Level at the end (alone: 1)"), frame, ticks=[0, 2, 4, 6, 8]),
        y=listed("stock", STOCKS, ticks=False, minExtent=72),
    )
    return above_one_another(alt.layer(closed, broken, yours, *notes), bars, heights=(200, 115))


EXPLORER = Explorer(
    slug="two-cycles",
    title=_("Two cycles"),
    question=_("Two cycles meet in technology. What does it cost to leave one of them open?"),
    description=_(
        "Above, three lines of technology over thirty periods: as the reader sets the cycles, "
        "with both closed and with both broken. Each rises and levels off. Below, a bar for the "
        "level of each of five stocks at the end."
    ),
    kind="illustrative",
    chapter=9,
    height=360,
    controls=[
        toggle(
            "education_closed",
            _("Education – talent – technology"),
            start=False,
            off=_("broken: technology gives nothing back to education"),
            on=_("closed"),
        ),
        toggle(
            "finance_closed",
            _("Technology – industry – finance"),
            start=True,
            off=_("broken: finance gives nothing back to technology"),
            on=_("closed"),
        ),
        slider("cycle_link", step=0.05, low=0.3, high=0.65, form=plain(2)),
        slider("loop_retention", step=0.05, low=0.3, high=0.9),
    ],
    named={
        "now": _("Technology after 30 periods, over its level alone"),
        "rest": _("Technology at rest as set"),
        "none": _("Technology at rest with both cycles broken"),
        "first": _("Technology at rest with the education cycle closed"),
        "second": _("Technology at rest with the finance cycle closed"),
        "both": _("Technology at rest with both cycles closed"),
        "back": _("Part of technology that comes back in the next round"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Any economy: nobody has measured these links; they are chosen for teaching."),
        _("Delay: education takes fifteen years to become talent, finance a quarter."),
        _("Limits of people, land and demand, which make each further round smaller."),
        _("Links that can be too strong: finance can feed bubbles as well as technology."),
    ],
    sources=["gan2024", "akcigit2025"],
)
