"""Research by the market and for the best, by the size of a step."""

import altair as alt

from nqpf.algebra import Scalar, floor, minimum, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, present, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.ladders import best_research, chance_of_no_breakthrough, market_research
from nqpf.numbers import percent, plain
from nqpf.words import _

DECADE = 10
LOW, HIGH = 1.05, 1.35
# How close to its end the curve of the best amount is drawn: at the end there is none.
ALMOST = 0.999
# Two amounts this near to each other are one: they are said to a tenth of a per cent.
ALIKE = 0.0005
# What is said of the best amount, by thousandths of the workforce.
BEST = [percent(1).text(share / 1000) for share in range(1001)]
BEST += [_("not to be had, as progress outruns interest")]


def case(p: Settings, step: Scalar) -> dict[str, Scalar]:
    """Return the arguments of the models at a step."""
    return {
        "step_size": step,
        "arrival_rate": p.arrival_rate,
        "interest_rate": p.interest_rate,
        "intermediate_exponent": p.intermediate_exponent,
    }


def show(p: Settings) -> View:
    """Return both amounts of research at the reader's step, and over the steps that have them."""
    market = market_research(**case(p, p.step_size))
    last = 1 + p.interest_rate / p.arrival_rate
    there = where(p.step_size < last, lambda: 1, lambda: 0)
    best = where(there > 0.5, lambda: best_research(**case(p, p.step_size)), lambda: 1.0)
    said = where(there > 0.5, lambda: floor(1000 * best + 0.5), lambda: len(BEST) - 1)
    judged = where(
        abs(market - best) < ALIKE,
        lambda: 1,
        lambda: where(market > best, lambda: 2, lambda: 0),
    )
    amounts = Sentence(
        _(
            "With steps of {step} the market puts {market} of the workforce into research; the "
            "best amount is {best}. The market does {verdict}."
        ),
        step=Value(p.step_size - 1, percent(0)),
        market=Value(market, percent(1)),
        best=word(said, BEST),
        verdict=word(
            where(there > 0.5, lambda: judged, lambda: 3),
            [_("too little"), _("just that"), _("too much"), _("what cannot be judged here")],
        ),
    )
    luck = Sentence(
        _("By luck alone, a decade passes without any breakthrough in {none} of such economies."),
        none=Value(
            chance_of_no_breakthrough(
                arrival_rate=p.arrival_rate, researchers=market, year=float(DECADE)
            ),
            percent(0),
        ),
    )
    step = Column(_("A step, over the one before"), plain(2))
    heads = {
        "market": Column(_("Research by the market, of the workforce"), percent(1)),
        "best": Column(_("Best research, of the workforce"), percent(1)),
    }
    steps = curve(
        "step",
        grid(LOW, HIGH, 61),
        lambda step: {"market": market_research(**case(p, step))},
        step=step,
        market=heads["market"],
    )
    end = minimum(HIGH, LOW + ALMOST * (last - LOW))

    def with_a_best(part: Scalar) -> dict[str, Scalar]:
        step = LOW + part * (end - LOW)
        return {"step": step, "best": best_research(**case(p, step))}

    bests = curve("part", grid(0, 1, 61), with_a_best, step=step, best=heads["best"])
    point = rows(
        [{"at": p.step_size, "market": market, "best": best, "there": there}],
        at=Column(_("Step set"), plain(2)),
        there=Column(_("A best amount exists (1) or not (0)"), plain(0)),
        **heads,
    )
    return View([amounts, luck], {"steps": steps, "bests": bests, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return both amounts against the size of a step, with the reader's point on each."""
    x = across(
        "step",
        _("How much better each breakthrough is"),
        [LOW, HIGH],
        ticks=[1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.35],
        labelExpr="format(datum.value - 1, '.0%')",
    )

    def share(name: str) -> alt.Y:
        return upward(name, _("Part of the workforce"), [0, 1], format="%")

    hues = colour("series-1"), colour("series-2")
    layers = [
        charts.steps.mark_line(color=hues[0]).encode(x=x, y=share("market")),
        charts.bests.mark_line(color=hues[1], strokeDash=[6, 4]).encode(x=x, y=share("best")),
        charts.point.mark_point(size=110, color=hues[0]).encode(x=alt.X("at:Q"), y=share("market")),
        charts.point.mark_point(size=110, color=hues[1]).encode(
            x=alt.X("at:Q"), y=share("best"), opacity=present("there")
        ),
    ]
    layers += written(
        charts.steps,
        [(_("solid: the market"), "series-1"), (_("dashed: the best"), "series-2")],
        side="above",
    )
    return alt.layer(*layers)


EXPLORER = Explorer(
    slug="too-little-or-too-much",
    title=_("Too little research, or too much?"),
    question=_("Does the market always leave too much research undone?"),
    description=_(
        "Two rising curves of the part of the workforce in research against how much better each "
        "breakthrough is. For small steps the market’s lies above the best, for larger steps far "
        "below it. The curve of the best ends where progress would outrun interest."
    ),
    kind="illustrative",
    chapter=6,
    controls=[
        slider(
            "step_size",
            step=0.01,
            low=LOW,
            high=HIGH,
            start=1.2,
            label=_("A step, over the one before"),
        ),
        slider("arrival_rate", step=0.05, low=0.1, high=0.5, start=0.2, form=plain(2)),
        slider("interest_rate", step=0.01, low=0.03, high=0.1, start=0.05),
        slider("intermediate_exponent", step=0.05, low=0.4, high=0.8, start=0.6),
    ],
    drag={"step_size": "point.at"},
    named={
        "step": _("Size of a step"),
        "best": _("Best part of the workforce in research"),
        "verdict": _("What the market does"),
        "none": _("Chance of a decade without a breakthrough"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Others who learn from a breakthrough without building on it."),
        _("Research that grows harder as more is done: here the tenth finds as much as the first."),
        _("Patents, universities and subsidies: here only the winner’s profit pays for research."),
    ],
    sources=["aghion1992"],
)
