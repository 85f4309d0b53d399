"""Education feeds talent, talent feeds technology, technology feeds education: does it grow?"""

import altair as alt

from nqpf.algebra import Scalar, let, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, named_colours
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider, word
from nqpf.models.structure.ecosystem import growth_of_loop, next_stocks_of_loop
from nqpf.numbers import percent, plain
from nqpf.words import _

PERIODS = 30
STOCKS = [_("education"), _("talent"), _("technology")]
AT_REST = 5e-4


def path(p: Settings) -> list[list[Scalar]]:
    """Return the three stocks in every period, from 1 each."""
    stocks: list[Scalar] = [1.0] * len(STOCKS)
    seen = [stocks]
    for period in range(1, PERIODS + 1):
        after = next_stocks_of_loop(
            loop_stocks=stocks,
            loop_gains=[p.to_education, p.to_talent, p.to_technology],
            loop_retention=p.loop_retention,
        )
        stocks = [let(f"stock_{place}_{period}", one) for place, one in enumerate(after)]
        seen.append(stocks)
    return seen


def show(p: Settings) -> View:
    """Return the loop's growth in words, and the three stocks over thirty periods."""
    gains = [p.to_education, p.to_talent, p.to_technology]
    growth = growth_of_loop(loop_gains=gains, loop_retention=p.loop_retention)
    stocks = path(p)
    fate = where(
        abs(growth - 1) < AT_REST, lambda: 1, lambda: where(growth > 1, lambda: 2, lambda: 0)
    )
    whole = Sentence(
        _(
            "In the long run each stock is multiplied by {growth} a period: the loop {fate}. "
            "Without the loop, each stock alone would be multiplied by {alone}."
        ),
        growth=Value(growth, plain(3)),
        fate=word(fate, [_("dies"), _("stands still"), _("grows")]),
        alone=Value(p.loop_retention, plain(2)),
    )
    needed = (1 - p.loop_retention) ** 3
    product = Sentence(
        _(
            "The three gains multiply to {product}; the loop grows from {needed} on, whichever of "
            "them is raised. After 30 periods technology stands at {technology} of its start."
        ),
        product=Value(gains[0] * gains[1] * gains[2], plain(3)),
        needed=Value(needed, plain(3)),
        technology=Value(stocks[-1][2], percent(0)),
    )
    lines = rows(
        (
            {"period": period, "stock": name, "level": now[place]}
            for place, name in enumerate(STOCKS)
            for period, now in enumerate(stocks)
        ),
        stock=Column(_("Stock")),
        period=Column(_("Period"), plain(0)),
        level=Column(_("Level (start = 1)"), plain(3)),
    )
    return View([whole, product], {"lines": lines})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the three stocks over time on a ratio scale."""
    y = alt.Y(
        "level:Q",
        title=_("Level (start = 1), ratio scale"),
        scale=alt.Scale(type="log", domain=[0.2, 5], nice=False),
        axis=alt.Axis(values=[0.2, 0.5, 1, 2, 5], format="~g"),
    )
    x = across("period", _("Period"), [0, PERIODS], ticks=[0, 10, 20, 30])
    lines = charts.lines.mark_line(clip=True).encode(
        x=x,
        y=y,
        color=named_colours("stock", STOCKS, columns=3),
        strokeDash=alt.StrokeDash("stock:N", sort=STOCKS, legend=None),
    )
    rest = charts.lines.mark_rule(strokeDash=[2, 4], aria=False).encode(y=alt.datum(1))
    return rest + lines


EXPLORER = Explorer(
    slug="a-loop-of-three",
    title=_("A loop of three"),
    question=_("Each of three feeds the next. How strong must the weakest be for all to grow?"),
    description=_(
        "Three lines of education, talent and technology over thirty periods on a ratio scale. "
        "In the long run they rise or fall together, at the rate of the loop."
    ),
    kind="illustrative",
    chapter=9,
    controls=[
        *(
            plain_slider(name, label, low=0.1, high=0.8, step=0.05, start=start, form=percent(0))
            for name, label, start in (
                ("to_education", _("What education receives from technology"), 0.6),
                ("to_talent", _("What talent receives from education"), 0.25),
                ("to_technology", _("What technology receives from talent"), 0.8),
            )
        ),
        slider("loop_retention", low=0.3, high=0.7, step=0.05),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Limits: a loop that grows here grows for ever; people, land and time run short."),
        _("Who pays for a step of the loop, and whether the others give anything back."),
        _("Inflow from outside the loop: with it no stock dies, and the loop decides how far."),
        _("Any economy: nobody has measured these gains; they are chosen for teaching."),
    ],
    sources=["gan2024"],
)
