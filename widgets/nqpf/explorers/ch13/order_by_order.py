"""A demand for 100 yuan runs through China's table, round by round: who is asked for how much?"""

from itertools import accumulate

import altair as alt

from nqpf.algebra import Scalar, lookup, maximum, minimum
from nqpf.explorers.ch13._table import CHINA, LOWER, SECTORS
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import numbers, once
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    plain_slider,
    rows,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.structure.input_output import (
    leontief_inverse,
    rounds_of_demand,
    technical_coefficients,
)
from nqpf.models.structure.linkages import multipliers, upstreamness, value_added_from
from nqpf.numbers import plain
from nqpf.words import _

COEFFICIENTS = technical_coefficients(CHINA.flows, CHINA.output)
INVERSE = leontief_inverse(COEFFICIENTS)
COUNT = len(SECTORS)
ROUNDS = 8
MULTIPLIERS = multipliers(INVERSE)
AT_HOME = value_added_from(INVERSE, CHINA.value_added_rates, origins=range(COUNT))
# From the sector farthest from the last buyer down to the nearest.
UPSTREAM = upstreamness(CHINA.flows, CHINA.output)
FROM_ABOVE = sorted(range(COUNT), key=lambda place: -UPSTREAM[place])
# An order is drawn if at least this part of the buyer's product goes into it.
DRAWN = 0.02
LINKS = [
    (buyer, supplier)
    for buyer in range(COUNT)
    for supplier in range(COUNT)
    if buyer != supplier and COEFFICIENTS[supplier][buyer] >= DRAWN
]


def asked_by_round(sector: int) -> list[list[float]]:
    """Return what 100 yuan of demand for a sector asks of each sector in each round."""
    demand = [100.0 * (place == sector) for place in range(COUNT)]
    return rounds_of_demand(COEFFICIENTS, demand, rounds=ROUNDS)


EVERY = [asked_by_round(sector) for sector in range(COUNT)]
# A list for each sector that is asked: by the sector first wanted, then by round.
ASKED = [[round(one[place], 4) for rounds in EVERY for one in rounds] for place in range(COUNT)]
# What is set off beyond the demand itself, up to and with each round.
SET_OFF = [
    [
        round(total, 4)
        for rounds in EVERY
        for total in accumulate((one[place] for one in rounds[1:]), initial=0.0)
    ]
    for place in range(COUNT)
]
ALL_ASKED = [round(sum(one), 4) for rounds in EVERY for one in rounds]
ALL_MADE = [round(total, 4) for rounds in EVERY for total in accumulate(map(sum, rounds))]


def show(p: Settings) -> View:
    """Return the orders of the reader's round, and what each sector has made so far."""
    place = p.wanted * (ROUNDS + 1) + p.turn
    before = maximum(place - 1, 0)
    started = minimum(p.turn, 1)
    shocked = Sentence(
        _(
            "100 yuan of final demand for {product}: round {turn} asks for {new} yuan. So far "
            "{made} are made, the 100 counted; with all rounds it is {all}."
        ),
        product=word(p.wanted, LOWER),
        turn=Value(p.turn, plain(0)),
        new=Value(lookup(ALL_ASKED, place), plain(1)),
        made=Value(lookup(ALL_MADE, place), plain(0)),
        all=Value(lookup([100 * one for one in MULTIPLIERS], p.wanted), plain(0)),
    )
    ends = Sentence(
        _(
            "Of the 100 yuan {home} end as wages, profits and taxes at home, and {abroad} pay for "
            "imports somewhere along the chain."
        ),
        home=Value(lookup([100 * one for one in AT_HOME], p.wanted), plain(1)),
        abroad=Value(lookup([100 * (1 - one) for one in AT_HOME], p.wanted), plain(1)),
    )
    sectors = rows(
        (
            {
                "sector": name,
                "asked": lookup(ASKED[order], place),
                "made": lookup(SET_OFF[order], place),
            }
            for order, name in enumerate(SECTORS)
        ),
        sector=Column(_("Sector")),
        asked=Column(_("Asked for in this round, yuan"), plain(1)),
        made=Column(_("Set off so far, yuan"), plain(1)),
    )

    def order_size(buyer: int, supplier: int) -> Scalar:
        share = round(COEFFICIENTS[supplier][buyer], 5)
        return share * lookup(ASKED[buyer], before) * started

    orders = rows(
        (
            {
                "buyer": SECTORS[buyer],
                "supplier": SECTORS[supplier],
                "order": order_size(buyer, supplier),
            }
            for buyer, supplier in LINKS
        ),
        buyer=Column(_("Buyer")),
        supplier=Column(_("Supplier")),
        order=Column(_("Order in this round, yuan"), plain(1)),
    )
    return View([shocked, ends], {"sectors": sectors, "orders": orders})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return buyers on the left, suppliers on the right, lines as wide as orders, and bars."""
    one_order = alt.Scale(domain=[SECTORS[place] for place in FROM_ABOVE])

    def row(field: str) -> alt.Y:
        axis = alt.Axis(ticks=False, labelLimit=110)
        return alt.Y(f"{field}:N", title=None, scale=one_order, axis=axis)

    x = alt.X("left:Q", scale=alt.Scale(domain=[0, 3], nice=False), axis=None)
    wide = alt.Scale(type="sqrt", domain=[0, 25], range=[0, 9])
    seen = alt.Scale(domain=[0, 0.4], range=[0, 0.75], clamp=True)
    orders = (
        charts.orders.transform_calculate(left="0", right="1.3")
        .mark_rule(color=colour("series-1"), strokeCap="round")
        .encode(
            x=x,
            x2="right:Q",
            y=row("buyer"),
            y2="supplier:N",
            strokeWidth=alt.StrokeWidth("order:Q", scale=wide, legend=None),
            opacity=alt.Opacity("order:Q", scale=seen, legend=None),
        )
    )
    bars = (
        charts.sectors.transform_calculate(left="1.4", right="1.4 + datum.made * 0.021")
        .mark_bar(color=colour("series-2"), height={"band": 0.6})
        .encode(x=x, x2="right:Q", y=row("sector"))
    )
    sizes = numbers(charts.sectors, "made", y=row("sector"), at=2.98, format=".1f")
    head = (
        once(charts.sectors)
        .mark_text(align="right", y=-10, color=colour("series-2"))
        .encode(x=alt.datum(2.98), text=alt.value(_("set off so far, yuan")))
    )
    return alt.layer(orders, bars, sizes, head)


EXPLORER = Explorer(
    slug="order-by-order",
    title=_("Order by order"),
    question=_("A buyer wants one product for 100 yuan. Who gets orders, and when does it end?"),
    description=_(
        "Twenty sectors in rows, the farthest from the last buyer on top. Lines run from buyers "
        "on the left to its suppliers on the right, as wide as the orders of one round; bars at "
        "the right grow, round by round, to what each sector makes beyond the demand itself."
    ),
    kind="observed",
    period="2020",
    chapter=13,
    height=400,
    controls=[
        select("wanted", _("Final demand for"), SECTORS, start=9),
        plain_slider("turn", _("Round"), low=0, high=ROUNDS, step=1, start=1),
    ],
    play="turn",
    named={
        "new": _("Asked for in this round, yuan"),
        "made": _("Made so far, yuan"),
        "all": _("Made with all rounds, yuan"),
        "home": _("Income at home, yuan of 100"),
        "abroad": _("Imports, yuan of 100"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Prices, and limits of capacity: whatever is ordered is made, at last year’s costs."),
        _("Orders of a sector to itself, and those below 2 yuan of 100: counted, not drawn."),
        _("What workers buy from their wages, and new plants: both would add further rounds."),
        _("Time: a round is a step of counting, not a month."),
    ],
    sources=["input_output_2020_20", "leontief1936", "miller2009"],
)
