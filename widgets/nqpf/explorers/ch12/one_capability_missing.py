"""Thirteen products and what each needs: which disappear when one capability is missing."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, total
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed, present
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, select, slider, toggle, word
from nqpf.explorers.core.style import colour
from nqpf.models.structure.completeness import chance_of_complete_set
from nqpf.models.structure.complexity import products_lost
from nqpf.numbers import percent, plain
from nqpf.words import _

LISTED = data.rows("product_capabilities")
PRODUCTS = list(dict.fromkeys(row["product"] for row in LISTED))
DIRECT = {
    product: [row["needs"] for row in LISTED if row["product"] == product] for product in PRODUCTS
}


def needs_of(product: str) -> list[str]:
    """Return the capabilities that a product needs, those of its parts among them."""
    found: list[str] = []
    for need in DIRECT[product]:
        found += needs_of(need) if need in DIRECT else [need]
    return found


CAPABILITIES = sorted({need for product in PRODUCTS for need in needs_of(product)})
NEEDS = [[int(one in needs_of(product)) for one in CAPABILITIES] for product in PRODUCTS]
COUNTS = [float(sum(row)) for row in NEEDS]
LOST = [products_lost(NEEDS, missing=column) for column in range(len(CAPABILITIES))]
"""For each capability a mark a product: 1 if it cannot be made without it."""

ORDER = sorted(PRODUCTS, key=lambda product: -COUNTS[PRODUCTS.index(product)])
SHORT = {
    "Tunnel-boring machines": _("Tunnel borers"),
    "Gas power stations": _("Gas power plants"),
    "Deep-sea pipelines": _("Sea pipelines"),
    "Self-driving cars": _("Driverless cars"),
}


def lost_by(p: Settings, at: int) -> Scalar:
    """Return 1 if the product at a position needs what is missing, else 0."""
    return lookup([float(marks[at]) for marks in LOST], p.missing)


def chances(p: Settings, held: Scalar) -> list[Scalar]:
    """Return the chance that each product can be made."""
    return [
        (1 - lost_by(p, at) * (1 - p.abroad))
        * chance_of_complete_set(capability_chance=held, capabilities_needed=count - lost_by(p, at))
        for at, count in enumerate(COUNTS)
    ]


def show(p: Settings) -> View:
    """Return what one gap costs, and the chance that each product can be made."""
    here = chances(p, p.capability_chance)
    lost = total(lost_by(p, at) for at in range(len(PRODUCTS))) * (1 - p.abroad)
    gap = Sentence(
        _(
            "Missing: {missing}. Of {all} products {lost} cannot be made. Taking away one "
            "capability of {capabilities} costs {mean} products on average."
        ),
        missing=word(p.missing, CAPABILITIES),
        all=Value(len(PRODUCTS), plain(0)),
        lost=Value(lost, plain(0)),
        capabilities=Value(len(CAPABILITIES), plain(0)),
        mean=Value(sum(map(sum, LOST)) / len(CAPABILITIES), plain(1)),
    )
    others = Sentence(
        _(
            "If each of the others is held with a chance of {held}, {expected} products can be "
            "expected; smartphones, with {most} needs, have a chance of {phone}."
        ),
        held=Value(p.capability_chance, percent(0)),
        expected=Value(total(here), plain(1)),
        most=Value(max(COUNTS), plain(0)),
        phone=Value(here[PRODUCTS.index("Smartphones")], percent(0)),
    )
    table = rows(
        (
            {
                "product": SHORT.get(product, product),
                "needs": COUNTS[at],
                "chance": here[at],
                "gone": lost_by(p, at) * (1 - p.abroad),
            }
            for at, product in enumerate(PRODUCTS)
        ),
        product=Column(_("Product")),
        needs=Column(_("Capabilities it needs"), plain(0)),
        chance=Column(_("Chance that it can be made"), percent(0)),
        gone=Column(_("Cannot be made (1)"), plain(0)),
    )
    return View([gap, others], {"products": table})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar a product for its chance, its number of needs, and a cross where it is lost."""
    title = _("Chance that it can be made")
    x = across("chance", title, [0, 1.12], ticks=[0, 0.25, 0.5, 0.75, 1], format="%")
    y = listed("product", [SHORT.get(one, one) for one in ORDER], ticks=False)
    bars = charts.products.mark_bar(color=colour("series-1"), height={"band": 0.6}).encode(x=x, y=y)
    counts = charts.products.mark_text(align="right").encode(
        x=alt.datum(1.11), y=y, text=alt.Text("needs:Q", format=".0f")
    )
    gone = charts.products.mark_point(
        shape="cross", angle=45, size=130, color=colour("series-2"), filled=True
    ).encode(x=alt.datum(0.03), y=y, opacity=present("gone"))
    said = charts.products.mark_text(align="left", color=colour("series-2")).encode(
        x=alt.datum(0.08), y=y, text=alt.value(_("cannot be made")), opacity=present("gone")
    )
    return alt.layer(bars, counts, gone, said)


EXPLORER = Explorer(
    slug="one-capability-missing",
    title=_("One capability missing"),
    question=_("Take one capability away. How many products go with it?"),
    description=_(
        "Thirteen bars, one a product, for the chance that it can be made, with the number of "
        "capabilities that it needs at the right. A cross marks the products that need what is "
        "missing; a longer list of needs makes a shorter bar."
    ),
    kind="observed",
    period=_("as reported in 2018"),
    chapter=12,
    height=330,
    controls=[
        select(
            "missing",
            _("Missing"),
            CAPABILITIES,
            start=CAPABILITIES.index("Lithography machines"),
        ),
        toggle("abroad", _("It can be bought abroad"), off=_("no"), on=_("yes")),
        slider(
            "capability_chance",
            label=_("Chance that each of the others is held"),
            step=0.01,
            low=0.8,
            start=0.95,
            form=percent(0),
        ),
    ],
    named={
        "lost": _("Products that cannot be made"),
        "expected": _("Products to be expected"),
        "phone": _("Chance of smartphones"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("All other needs: the list holds what a newspaper found lacking in 2018, no more."),
        _("A second best: without the best machine an older chip can be made."),
        _("That chips are in robots, cars and aircraft too; only phones count them here."),
        _("Size: each product counts as one. The chances are set by you, not observed."),
    ],
    sources=["product_capabilities", "kremer1993", "hausmann2011"],
)
