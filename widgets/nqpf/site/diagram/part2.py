"""Drawings of Part II."""

from nqpf.site.diagram.declared import Arrow, Diagram
from nqpf.words import _

RESEARCH = Diagram(
    name="drawn-research",
    title=_("What a breakthrough is worth, and to whom: why there may be too little or too much"),
    description=_(
        "A firm’s research leads to three things. Part of the gain is the firm’s own profit. Part "
        "is knowledge that others use, for which nobody pays the firm: so it does too little. And "
        "part of its profit is taken from whoever led before: so it may do too much."
    ),
    rows=[
        {"research": _("a firm’s research")},
        {
            "others": _("knowledge that others use"),
            "profit": _("its own profit"),
            "rival": _("taken from the leader before"),
        },
        {"little": _("too little is done"), "much": _("too much is done")},
    ],
    arrows=[
        Arrow("research", "others", look="dashed"),
        Arrow("research", "profit", look="strong"),
        Arrow("rival", "profit"),
        Arrow("others", "little"),
        Arrow("rival", "much"),
    ],
    strong=["profit"],
)

STAGES = Diagram(
    name="drawn-stages",
    title=_("Four stages of taking technology over, and where the two faces of research come in"),
    description=_(
        "Technology from abroad goes through introduction, absorption, digestion and "
        "re-innovation, one after another; each passes on a part of what it gets. Research of "
        "one’s own leads into absorption as well as into re-innovation."
    ),
    rows=[
        {"abroad": _("technology from abroad")},
        {"introduction": _("introduction")},
        {"absorption": _("absorption"), "research": _("research of one’s own")},
        {"digestion": _("digestion")},
        {"renewal": _("re-innovation")},
    ],
    arrows=[
        Arrow("abroad", "introduction"),
        Arrow("introduction", "absorption", _("a part")),
        Arrow("absorption", "digestion", _("of a part")),
        Arrow("digestion", "renewal", _("of a part")),
        Arrow("research", "absorption", look="strong"),
        Arrow("research", "renewal", look="strong"),
    ],
    strong=["research"],
)

LEARNING = Diagram(
    name="drawn-learning",
    title=_("Learning by making is a loop, and part of it leaks to others"),
    description=_(
        "Making more leads to experience, experience to lower cost, lower cost to a lower price, "
        "and a dashed arrow leads from the price back to making more. Another dashed arrow leads "
        "from experience to rivals who follow and pay less for it."
    ),
    rows=[
        {"making": _("more is made")},
        {"experience": _("experience"), "rivals": _("rivals who follow")},
        {"cost": _("lower cost")},
        {"price": _("lower price, larger market")},
    ],
    arrows=[
        Arrow("making", "experience"),
        Arrow("experience", "cost"),
        Arrow("cost", "price"),
        Arrow("price", "making", look="dashed", back=True),
        Arrow("experience", "rivals", look="dashed"),
    ],
    strong=["experience"],
)

CYCLES = Diagram(
    name="drawn-cycles",
    title=_("Two cycles that meet in technology; dashed: what closes them"),
    description=_(
        "Education leads to talent and talent to technology; industry leads to finance and finance "
        "to technology. Two dashed arrows close the cycles: from technology back to education, by "
        "laboratories that teach, and from technology to industry, which lives on it."
    ),
    rows=[
        {"education": _("education"), "industry": _("industry")},
        {"talent": _("talent"), "finance": _("finance")},
        {"technology": _("technology")},
    ],
    arrows=[
        Arrow("education", "talent"),
        Arrow("talent", "technology"),
        Arrow("industry", "finance"),
        Arrow("finance", "technology"),
        Arrow("technology", "education", look="dashed", back=True),
        Arrow("technology", "industry", look="dashed", back=True),
    ],
    strong=["technology"],
)

MONEY = Diagram(
    name="drawn-money",
    title=_("Which money fits which stage: the chance of success grows from above"),
    description=_(
        "Three stages from above, an idea that mostly fails, a first product that sometimes pays, "
        "and a plant that hardly fails. Beside them stands the money that fits: public money, "
        "which can ask little; shares, which take the whole success; and a loan, which gets no "
        "more than was promised."
    ),
    rows=[
        {"public": _("public money"), "idea": _("an idea: it mostly fails")},
        {"shares": _("shares"), "product": _("a product: it may pay")},
        {"loan": _("a loan"), "plant": _("a plant: it hardly fails")},
    ],
    arrows=[
        Arrow("idea", "product"),
        Arrow("product", "plant"),
        Arrow("public", "idea", look="strong"),
        Arrow("shares", "product", look="strong"),
        Arrow("loan", "plant", look="strong"),
    ],
)

DIAGRAMS = [RESEARCH, STAGES, LEARNING, CYCLES, MONEY]
