"""A chain of stages that each add a margin, against one owner: output, price and profit."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.learning.successive_margins import (
    output_against_one_owner,
    price_at_the_end,
    profit_against_one_owner,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

MOST = 6


def against(p: Settings, stages: Scalar) -> dict[str, Scalar]:
    """Return output, profit and price of independent stages, over those of one owner."""
    case = {
        "stages": stages,
        "chain_cost": p.chain_cost,
        "incentive_saving": p.incentive_saving,
    }
    return {
        "output": output_against_one_owner(**case),
        "profit": profit_against_one_owner(**case),
        "price": price(p, stages) / price_of_one_owner(p),
    }


def price(p: Settings, stages: Scalar) -> Scalar:
    """Return what the last buyer pays independent stages, of the most that any would."""
    cost = p.chain_cost * (1 - p.incentive_saving)
    return price_at_the_end(stages=stages, chain_cost=cost)


def price_of_one_owner(p: Settings) -> Scalar:
    """Return what the last buyer pays one owner of all stages, of the most that any would."""
    return price_at_the_end(stages=1.0, chain_cost=p.chain_cost)


def show(p: Settings) -> View:
    """Return output, profit and price at the reader's number of stages, and for one to six."""
    here = against(p, p.stages)
    sold = Sentence(
        _(
            "With {stages} stages that each set a price the chain sells {output} of what one owner "
            "would, and earns {profit} of the profit."
        ),
        stages=Value(p.stages, plain(0)),
        output=Value(here["output"], percent(0)),
        profit=Value(here["profit"], percent(0)),
    )
    paid = Sentence(
        _("The last buyer pays {price} of the most that anyone would; from one owner, {owner}."),
        price=Value(price(p, p.stages), percent(0)),
        owner=Value(price_of_one_owner(p), percent(0)),
    )
    columns = {
        "output": Column(_("Output, over that of one owner"), percent(1)),
        "profit": Column(_("Profit, over that of one owner"), percent(1)),
        "price": Column(_("Price to the last buyer, over that of one owner"), percent(1)),
    }
    number = Column(_("Stages"), plain(0))
    table = rows(
        ({"number": float(k), **against(p, float(k))} for k in range(1, MOST + 1)),
        number=number,
        **columns,
    )
    point = rows([{"at": p.stages, **here}], at=number, **columns)
    return View([sold, paid], {"chain": table, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return output, profit and price by the number of stages, the reader's point on each."""
    x = across("number", _("Stages"), [0.8, MOST + 0.2], ticks=list(range(1, MOST + 1)), format="d")
    layers = []
    for name, token, dash, shape in (
        ("price", "series-3", [2, 3], "diamond"),
        ("profit", "series-2", [6, 4], "square"),
        ("output", "series-1", [1, 0], "circle"),
    ):
        y = upward(
            name, _("Over one owner’s"), [0, 3], ticks=[0, 0.5, 1, 1.5, 2, 2.5, 3], format="%"
        )
        line = charts.chain.mark_line(
            color=colour(token),
            strokeDash=dash,
            clip=True,
            point={"shape": shape, "color": colour(token)},
        ).encode(x=x, y=y)
        here = charts.point.mark_point(size=150, shape=shape, color=colour(token))
        layers += [line, here.encode(x=alt.X("at:Q"), y=y)]
    owner = charts.point.mark_rule(aria=False).encode(y=alt.datum(1))
    notes = written(
        charts.chain,
        [
            (_("solid: output"), "series-1"),
            (_("dashed: profit"), "series-2"),
            (_("dotted: price"), "series-3"),
        ],
        side="right",
    )
    return alt.layer(owner, *layers, *notes)


EXPLORER = Explorer(
    slug="a-margin-at-every-stage",
    title=_("A margin at every stage"),
    question=_(
        "Each firm in a chain asks the price that is best for it. Is the chain well served?"
    ),
    description=_(
        "Three lines, of output, profit and price over those of one owner, by the number of stages "
        "that set their own price. Output and profit fall below the line of one owner, output by "
        "half with each stage, unless owners of single stages save much; the price rises above it."
    ),
    kind="illustrative",
    chapter=8,
    controls=[
        slider("stages", step=1.0, low=2.0, high=float(MOST), start=3.0, form=plain(0)),
        slider("incentive_saving", step=0.05, low=0.0, high=0.4, start=0.0),
        slider("chain_cost", step=0.05, low=0.1, high=0.6, start=0.5),
    ],
    drag={"stages": "point.at"},
    named={
        "price": _("Price to the last buyer, of the most anyone would pay"),
        "owner": _("Price from one owner, of the most anyone would pay"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Contracts: a fixed fee or an agreed quantity can mend it without a common owner."),
        _("Rivals at each stage, who keep its margin down."),
        _("Other shapes of demand, with which a stage takes off more or less than half."),
    ],
    sources=["machlup1960"],
)
