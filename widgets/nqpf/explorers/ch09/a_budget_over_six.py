"""A budget and six resources: what does a rule of thumb lose against the best split?"""

import altair as alt

from nqpf.algebra import Scalar, lookup, minimum, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, listed, named_colours
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, select, slider
from nqpf.explorers.core.style import colour
from nqpf.models.structure.bottlenecks import best_split, output_of_resources
from nqpf.numbers import percent, plain
from nqpf.words import _

RESOURCES = [
    _("Science, education"),
    _("Intellectual"),
    _("Industrial"),
    _("Factors"),
    _("Services"),
    _("Public money"),
]
WEIGHTS = [0.25, 0.15, 0.2, 0.15, 0.1, 0.15]
PLACES = [_("A factory city"), _("A university city")]
STOCKS = [[3.0, 2.0, 9.0, 5.0, 3.0, 6.0], [9.0, 6.0, 2.0, 3.0, 4.0, 4.0]]
RULES = [
    _("the same for each"),
    _("in proportion to what is there"),
    _("all for the smallest"),
    _("until the last unit adds the same"),
]
PARTS = [_("there"), _("added")]


def splits(budget: Scalar, stocks: list[Scalar]) -> list[list[Scalar]]:
    """Return how each rule spreads the budget."""
    least = minimum(*stocks)
    lowest = [where(stock - least < 1e-9, lambda: 1.0, lambda: 0.0) for stock in stocks]
    return [
        [budget / len(stocks)] * len(stocks),
        [budget * stock / total(stocks) for stock in stocks],
        [budget * one / total(lowest) for one in lowest],
        list(best_split(resource_budget=budget, resource_stocks=stocks, resource_weights=WEIGHTS)),
    ]


def chosen(values: list[Scalar], place: Scalar) -> Scalar:
    """Return the value at a position, counted from 0, of values that may be computed."""
    if len(values) == 1:
        return values[0]
    return where(place < 0.5, lambda: values[0], lambda: chosen(values[1:], place - 1))


def show(p: Settings) -> View:
    """Return what the budget adds by the reader's rule and at best, and where it goes."""
    stocks = [lookup([place[one] for place in STOCKS], p.place) for one in range(len(RESOURCES))]
    rules = splits(p.resource_budget, stocks)
    spent = [chosen([rule[one] for rule in rules], p.rule) for one in range(len(RESOURCES))]

    def yields(split: list[Scalar]) -> Scalar:
        return output_of_resources(
            resource_stocks=[stock + more for stock, more in zip(stocks, split, strict=True)],
            resource_weights=WEIGHTS,
        )

    before, after, best = yields([0.0] * len(RESOURCES)), yields(spent), yields(rules[-1])
    result = Sentence(
        _(
            "The six yield {before} before and {after} with the budget spread by your rule; the "
            "best split would bring {best}."
        ),
        before=Value(before, plain(2)),
        after=Value(after, plain(2)),
        best=Value(best, plain(2)),
    )
    lost = Sentence(
        _("Your rule wins {share} of what the budget could add."),
        share=Value((after - before) / (best - before), percent(0)),
    )
    bars = rows(
        (
            {"resource": name, "part": part, "order": order, "units": value}
            for name, stock, more in zip(RESOURCES, stocks, spent, strict=True)
            for order, (part, value) in enumerate(zip(PARTS, (stock, more), strict=True))
        ),
        resource=Column(_("Resource")),
        part=Column(_("Part")),
        units=Column(_("Units"), plain(1)),
    )
    last = rows(
        (
            {"resource": name, "adds": after * weight / (stock + more)}
            for name, weight, stock, more in zip(RESOURCES, WEIGHTS, stocks, spent, strict=True)
        ),
        resource=Column(_("Resource")),
        adds=Column(_("What one more unit would add"), plain(2)),
    )
    return View([result, lost], {"bars": bars, "last": last})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the six resources with what is added, above what one more unit of each would add."""
    names = listed("resource", RESOURCES, ticks=False, minExtent=128)
    bars = charts.bars.mark_bar(height={"band": 0.7}).encode(
        x=across("units", _("Units"), [0, 16], ticks=[0, 4, 8, 12, 16]),
        y=names,
        color=named_colours("part", PARTS, columns=2),
        order=alt.Order("order:Q"),
    )
    adds = charts.last.mark_bar(height={"band": 0.7}, color=colour("series-3")).encode(
        x=across("adds", _("One more unit would add"), [0, 0.6], ticks=[0, 0.2, 0.4, 0.6]), y=names
    )
    return above_one_another(bars, adds, heights=(140, 140))


EXPLORER = Explorer(
    slug="a-budget-over-six",
    title=_("A budget over six resources"),
    question=_("How should a fixed budget be spread over six resources?"),
    description=_(
        "Above, a bar for each of six resources with what the budget adds to it. Below, a bar for "
        "what one more unit of each would add: of equal length where the budget went if it was "
        "spread in the best way."
    ),
    kind="illustrative",
    chapter=9,
    height=360,
    controls=[
        select("place", _("Place"), PLACES),
        select("rule", _("Rule"), RULES),
        slider("resource_budget", step=1, low=2, high=12, start=6, form=plain(0)),
    ],
    named={
        "before": _("Yield before"),
        "after": _("Yield by your rule"),
        "best": _("Yield by the best split"),
        "share": _("Part of the possible gain that your rule wins"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("How the weights are known: they are teaching values, and a planner would guess them."),
        _("Who spends: a budget that passes through six offices is rarely one budget."),
        _("Resources that arrive by themselves where they are well paid."),
    ],
    sources=["gan2024"],
)
