"""Drawings of Part IV."""

from nqpf.site.diagram.declared import Arrow, Diagram
from nqpf.words import _

SUPPLIERS = Diagram(
    name="drawn-suppliers",
    title=_("Two ways to one car plant: each arrow is also a stock that delays a stop"),
    description=_(
        "Rare earths lead to magnets, magnets to motors and motors to cars. Chips lead to control "
        "units and these to cars. A break at rare earths has three stocks to use up before the car "
        "plant stops, a break at control units one."
    ),
    rows=[
        {"earths": _("rare earths")},
        {"magnets": _("magnets"), "chips": _("chips")},
        {"motors": _("motors"), "units": _("control units")},
        {"cars": _("cars")},
    ],
    arrows=[
        Arrow("earths", "magnets"),
        Arrow("magnets", "motors"),
        Arrow("motors", "cars"),
        Arrow("chips", "units"),
        Arrow("units", "cars"),
    ],
    strong=["cars"],
)

LAYERS = Diagram(
    name="drawn-layers",
    title=_("Five layers over an industry, each on the one below"),
    description=_(
        "From below: traditional industry; informatisation, orders and stocks in computers; "
        "digitalisation, machines recorded; networking, records exchanged; intelligence, learning "
        "from them; greening, less energy and material. Each rests on the one before it."
    ),
    rows=[
        {"greening": _("greening: save")},
        {"intelligence": _("intelligence: learn")},
        {"networking": _("networking: exchange")},
        {"digitalisation": _("digitalisation: record")},
        {"informatisation": _("informatisation: count")},
        {"industry": _("traditional industry")},
    ],
    arrows=[
        Arrow("industry", "informatisation", back=True),
        Arrow("informatisation", "digitalisation", back=True),
        Arrow("digitalisation", "networking", back=True),
        Arrow("networking", "intelligence", back=True),
        Arrow("intelligence", "greening", back=True),
    ],
    strong=["industry"],
)

PATENT = Diagram(
    name="drawn-patent",
    title=_("A longer patent does two things at once"),
    description=_(
        "A longer patent leads on one side to more profit for who invents, and that to more "
        "inventions. On the other side it leads to a longer wait and a higher price for who would "
        "use them, and that to less made of each. Both lead to what the whole gains, the first by "
        "adding and the second, dashed, by taking away."
    ),
    rows=[
        {"patent": _("a longer patent")},
        {"profit": _("more profit for who invents"), "wait": _("dearer and later for who uses")},
        {"more": _("more inventions"), "less": _("less made of each")},
        {"gain": _("what all gain")},
    ],
    arrows=[
        Arrow("patent", "profit"),
        Arrow("patent", "wait"),
        Arrow("profit", "more"),
        Arrow("wait", "less"),
        Arrow("more", "gain", _("adds")),
        Arrow("less", "gain", _("takes"), look="dashed"),
    ],
    strong=["gain"],
)

DIAGRAMS = [SUPPLIERS, LAYERS, PATENT]
