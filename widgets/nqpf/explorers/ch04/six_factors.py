"""Six factors and several rules: what each would be paid, and a bill that exceeds output."""

from collections.abc import Sequence

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed, named_colours
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.elements.remuneration import (
    marginal_product_bill,
    marginal_product_payments,
    shapley_payments,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

FACTORS = [
    _("Labour"),
    _("Knowledge"),
    _("Technology"),
    _("Management"),
    _("Data"),
    _("Capital"),
]
WEIGHTS = [0.3, 0.2, 0.15, 0.1, 0.1, 0.15]
LABOUR, DATA = 0, 4
RULES = [
    _("marginal"),
    _("Shapley"),
    _("equal"),
    _("data shared"),
]


def amounts(p: Settings) -> list[Scalar]:
    """Return the amount of each factor: one, but for labour, which the reader sets."""
    return [p.labour if place == LABOUR else 1.0 for place in range(len(FACTORS))]


def rival(values: list[Scalar]) -> list[Scalar]:
    """Return what belongs to the factors other than data."""
    return [value for place, value in enumerate(values) if place != DATA]


def with_shared_data(p: Settings) -> list[Scalar]:
    """Return marginal products when data serve all at once and come on top of the other five."""
    others = marginal_product_payments(
        amounts=rival(amounts(p)),
        weights=rival(list(WEIGHTS)),
        elasticity_of_substitution=p.elasticity_of_substitution,
    )
    return [*others[:DATA], p.elasticity_of_data, *others[DATA:]]


def payments(p: Settings) -> list[Sequence[Scalar]]:
    """Return what each rule pays each factor, as fractions of output."""
    technology = {
        "amounts": amounts(p),
        "weights": WEIGHTS,
        "elasticity_of_substitution": p.elasticity_of_substitution,
    }
    return [
        marginal_product_payments(**technology),
        shapley_payments(**technology),
        [1 / len(FACTORS)] * len(FACTORS),
        with_shared_data(p),
    ]


def show(p: Settings) -> View:
    """Return labour's pay under each rule in words, and all payments as bars."""
    paid = payments(p)
    bill = marginal_product_bill(
        exponents=rival(list(paid[3])), elasticity_of_data=p.elasticity_of_data
    )
    rules = Sentence(
        _(
            "Labour gets {marginal} of output by its marginal product, {shapley} by the Shapley "
            "value and {equal} by equal shares."
        ),
        marginal=Value(paid[0][LABOUR], percent(1)),
        shapley=Value(paid[1][LABOUR], percent(1)),
        equal=Value(paid[2][LABOUR], percent(1)),
    )
    over = Sentence(
        _(
            "With data that all use at once, marginal products come to {bill} of output: {excess} "
            "of it cannot be paid."
        ),
        bill=Value(bill, percent(0)),
        excess=Value(bill - 1, percent(0)),
    )
    bars = rows(
        (
            {"rule": rule, "factor": factor, "order": order, "paid": amount}
            for rule, one in zip(RULES, paid, strict=True)
            for order, (factor, amount) in enumerate(zip(FACTORS, one, strict=True))
        ),
        rule=Column(_("Rule")),
        factor=Column(_("Factor")),
        paid=Column(_("Paid, of output"), percent(1)),
    )
    return View([rules, over], {"bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return one stacked bar a rule against a line at the whole of output."""
    x = across(
        "paid",
        _("Paid, of output (upright line: all of it)"),
        [0, 1.25],
        ticks=[0, 0.25, 0.5, 0.75, 1],
        format="%",
    )
    bars = charts.bars.mark_bar().encode(
        y=listed("rule", RULES, labelLimit=130),
        x=x,
        color=named_colours("factor", FACTORS, columns=2),
        order=alt.Order("order:Q"),
    )
    line = charts.bars.mark_rule(color=colour("ink"), strokeWidth=1.5, aria=False).encode(
        x=alt.datum(1)
    )
    return (bars + line).properties(height=250)


EXPLORER = Explorer(
    slug="six-factors",
    title=_("Six factors, several rules"),
    question=_("What does pay by contribution give each of six factors, by which rule?"),
    description=_(
        "Four stacked bars of payments to labour, knowledge, technology, management, data and "
        "capital: by marginal products, by the Shapley value, in equal shares, and by marginal "
        "products when data are not used up. The last runs beyond the line at the whole of output."
    ),
    kind="illustrative",
    chapter=4,
    controls=[
        slider(
            "elasticity_of_substitution",
            step=0.25,
            low=0.5,
            high=5,
            start=2,
            label=_("How easily factors replace one another (elasticity)"),
        ),
        plain_slider(
            "labour",
            _("Labour, relative to the other factors"),
            low=0.25,
            high=4,
            step=0.25,
            start=1,
            form=plain(2),
        ),
        slider("elasticity_of_data", step=0.01, low=0, high=0.2),
    ],
    named={
        "marginal": _("Labour’s part of output by marginal product"),
        "shapley": _("Labour’s part of output by Shapley value"),
        "bill": _("All marginal products, of output"),
        "excess": _("Part of output that cannot be paid"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Where the weights come from: 30, 20, 15, 10, 10 and 15% are figures for teaching."),
        _("Whether six factors can be told apart at all in a firm’s accounts."),
        _("Power: by these rules nobody bargains and nobody can leave."),
        _("A Shapley value for data that are not used up: the second bar takes them as used up."),
    ],
    sources=["gan2024", "shapley1953", "romer1990", "jones2020data"],
)
