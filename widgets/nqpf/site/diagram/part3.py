"""Drawings of Part III."""

from nqpf.site.diagram.declared import Arrow, Diagram
from nqpf.words import _

TIERS = Diagram(
    name="drawn-tiers",
    title=_("Four tiers hold one another: means flow up, methods come back"),
    description=_(
        "From below, traditional industries lead to high technology, that to emerging industries "
        "and these to industries of the future: they carry them and give them profits and buyers. "
        "A dashed arrow leads from the future ones back to the traditional, which take over what "
        "proves itself."
    ),
    rows=[
        {"future": _("industries of the future")},
        {"emerging": _("emerging industries")},
        {"high": _("high technology")},
        {"traditional": _("traditional industries")},
    ],
    arrows=[
        Arrow("traditional", "high", _("means, buyers"), look="strong", back=True),
        Arrow("high", "emerging", look="strong", back=True),
        Arrow("emerging", "future", look="strong", back=True),
        Arrow("future", "traditional", _("methods"), look="dashed", back=True),
    ],
    strong=["traditional"],
)

CAPABILITIES = Diagram(
    name="drawn-capabilities",
    title=_("A product is made where all that it needs is there; take one away and see"),
    description=_(
        "Four capabilities lead to three products. Sewing alone is enough for shirts. Machines "
        "need metalwork and electronics, instruments electronics and precision. Without "
        "electronics two of the three products are lost."
    ),
    rows=[
        {
            "sewing": _("sewing"),
            "metal": _("metalwork"),
            "electronics": _("electronics"),
            "precision": _("precision"),
        },
        {"shirts": _("shirts"), "machines": _("machines"), "instruments": _("instruments")},
    ],
    arrows=[
        Arrow("sewing", "shirts"),
        Arrow("metal", "machines"),
        Arrow("electronics", "machines", look="strong"),
        Arrow("electronics", "instruments", look="strong"),
        Arrow("precision", "instruments"),
    ],
    strong=["electronics"],
)

CHAIN = Diagram(
    name="drawn-chain",
    title=_("Goods run down a chain, orders run up: so do their failures"),
    description=_(
        "A mine sells to a maker of parts, that to a maker of cars, and that to buyers. Dashed "
        "arrows lead the other way: buyers order cars, makers of cars order parts, makers of parts "
        "order ore. A mine that fails is felt downstream, buyers who stay away upstream."
    ),
    rows=[
        {"mine": _("mine")},
        {"parts": _("parts")},
        {"cars": _("cars")},
        {"buyers": _("buyers")},
    ],
    arrows=[
        Arrow("mine", "parts", _("ore")),
        Arrow("parts", "cars", _("parts")),
        Arrow("cars", "buyers", _("cars")),
        Arrow("buyers", "cars", _("orders"), look="dashed", back=True),
        Arrow("cars", "parts", _("orders"), look="dashed", back=True),
        Arrow("parts", "mine", _("orders"), look="dashed", back=True),
    ],
)

DIAGRAMS = [TIERS, CAPABILITIES, CHAIN]
