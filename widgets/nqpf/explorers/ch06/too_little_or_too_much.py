"""Research by the market and for the best, by the size of a step."""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curves_and_points, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.models.innovation.ladders import best_research, chance_of_no_breakthrough, market_research
from nqpf.numbers import percent, plain
from nqpf.words import _

DECADE = 10


def both(p: Settings, step: Scalar) -> dict[str, Scalar]:
    """Return the part of the workforce in research, by the market and at best."""
    case = {
        "step_size": step,
        "arrival_rate": p.arrival_rate,
        "interest_rate": p.interest_rate,
        "intermediate_exponent": p.intermediate_exponent,
    }
    return {"market": market_research(**case), "best": best_research(**case)}


def show(p: Settings) -> View:
    """Return both amounts of research at the reader's step, and over all steps."""
    here = both(p, p.step_size)
    amounts = Sentence(
        _(
            "With steps of {step} the market puts {market} of the workforce into research; {best} "
            "would be best: the market does {verdict}."
        ),
        step=Value(p.step_size - 1, percent(0)),
        market=Value(here["market"], percent(1)),
        best=Value(here["best"], percent(1)),
        verdict=word(
            where(here["market"] > here["best"], lambda: 1, lambda: 0),
            [_("too little"), _("too much")],
        ),
    )
    luck = Sentence(
        _("By luck alone, a decade passes without any breakthrough in {none} of such economies."),
        none=Value(
            chance_of_no_breakthrough(
                arrival_rate=p.arrival_rate, researchers=here["market"], year=float(DECADE)
            ),
            percent(0),
        ),
    )
    columns = {
        "market": Column(_("Research by the market, of the workforce"), percent(1)),
        "best": Column(_("Best research, of the workforce"), percent(1)),
    }
    steps = curve(
        "step",
        grid(1.05, 1.35, 61),
        lambda step: both(p, step),
        step=Column(_("A step, over the one before"), plain(2)),
        **columns,
    )
    point = rows([{"at": p.step_size, **here}], at=Column(_("Step set"), plain(2)), **columns)
    return View([amounts, luck], {"steps": steps, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return both amounts against the size of a step, with the reader's point on each."""
    x = across(
        "step",
        _("How much better each breakthrough is"),
        [1.05, 1.35],
        ticks=[1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.35],
        labelExpr="format(datum.value - 1, '.0%')",
    )
    layers = curves_and_points(
        charts.steps,
        charts.point,
        x=x,
        y=lambda name: upward(name, _("Part of the workforce"), [0, 1], format="%"),
        lines=[("market", "series-1", [1, 0]), ("best", "series-2", [6, 4])],
    )
    layers += written(
        charts.steps,
        [(_("solid: the market"), "series-1"), (_("dashed: the best"), "series-2")],
        side="right",
        top=152,
    )
    return alt.layer(*layers)


EXPLORER = Explorer(
    slug="too-little-or-too-much",
    title=_("Too little research, or too much?"),
    question=_("Does the market always leave too much research undone?"),
    description=_(
        "Two rising curves of the part of the workforce in research against how much better each "
        "breakthrough is. For small steps the market’s lies above the best, for large steps far "
        "below it."
    ),
    kind="illustrative",
    chapter=6,
    controls=[
        slider(
            "step_size",
            step=0.01,
            low=1.05,
            high=1.35,
            start=1.2,
            label=_("A step, over the one before"),
        ),
        slider("arrival_rate", step=0.05, low=0.1, high=1.0, start=0.2, form=plain(2)),
        slider("interest_rate", step=0.01, low=0.02, high=0.1, start=0.05),
        slider("intermediate_exponent", step=0.05, low=0.4, high=0.8, start=0.6),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Others who learn from a breakthrough without building on it."),
        _("Research that grows harder as more is done: here the best can be all or nothing."),
        _("Patents, universities and subsidies: here only the winner’s profit pays for research."),
    ],
    sources=["aghion1992"],
)
