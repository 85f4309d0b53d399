"""Drawings of Part I; chapter 1 has the map of the book."""

from nqpf.site.diagram.declared import Arrow, Diagram
from nqpf.words import _

ACCOUNT = Diagram(
    name="drawn-account",
    title=_("How an account divides growth: the last part is what is left over"),
    description=_(
        "From growth of output two boxes are taken away, growth of capital times its share of "
        "income and growth of labour times its share. What remains is the residual, called "
        "productivity; errors in any of the figures lead into it as well."
    ),
    rows=[
        {"output": _("growth of output")},
        {
            "capital": _("growth of capital × its share"),
            "labour": _("growth of labour × its share"),
        },
        {"residual": _("what is left: “productivity”"), "errors": _("every error in the figures")},
    ],
    arrows=[
        Arrow("output", "capital", _("less")),
        Arrow("output", "labour", _("less")),
        Arrow("capital", "residual"),
        Arrow("labour", "residual"),
        Arrow("errors", "residual", look="dashed"),
    ],
    strong=["residual"],
)

ELEMENTS = Diagram(
    name="drawn-elements",
    title=_("Three elements of one process: a better one waits for the others"),
    description=_(
        "Labourers with skill, tools and objects of labour all lead to one process of production, "
        "and that to output. A dashed arrow leads back from output to the elements: part of it "
        "pays for training, equipment and new materials."
    ),
    rows=[
        {
            "labourers": _("labourers and their skill"),
            "tools": _("tools"),
            "objects": _("objects of labour"),
        },
        {"process": _("one process of production")},
        {"output": _("output")},
    ],
    arrows=[
        Arrow("labourers", "process"),
        Arrow("tools", "process"),
        Arrow("objects", "process"),
        Arrow("process", "output"),
        Arrow("output", "objects", _("training, equipment, materials"), look="dashed", back=True),
    ],
    strong=["process"],
)

DATA = Diagram(
    name="drawn-data",
    title=_("A record serves many at once; a machine stands in one place"),
    description=_(
        "One data set leads to three firms at the same time and is not used up. One machine leads "
        "to a single firm, and the others do without it."
    ),
    rows=[
        {"data": _("one data set"), "machine": _("one machine")},
        {"first": _("firm A"), "second": _("firm B"), "third": _("firm C")},
    ],
    arrows=[
        Arrow("data", "first", look="strong"),
        Arrow("data", "second", look="strong"),
        Arrow("data", "third", look="strong"),
        Arrow("machine", "third"),
    ],
    strong=["data"],
)

MARKET = Diagram(
    name="drawn-border",
    title=_("Why a border inside a country lasts although both regions lose by it"),
    description=_(
        "A border inside the country leads to more sales for one’s own firm, and that to "
        "protecting whatever the neighbour does; a dashed arrow leads from there back to the "
        "border, so it stays. The border also leads to dearer goods in both regions. A rule that "
        "binds both cuts the loop."
    ),
    rows=[
        {"border": _("a border inside the country")},
        {"dear": _("dearer goods in both regions"), "sales": _("more sales for one’s own firm")},
        {"rule": _("a rule that binds both"), "protect": _("protect, whatever the other does")},
    ],
    arrows=[
        Arrow("border", "dear"),
        Arrow("border", "sales"),
        Arrow("sales", "protect"),
        Arrow("protect", "border", _("it stays"), look="dashed", back=True),
        Arrow("rule", "protect", look="strong"),
    ],
    strong=["rule"],
)

DIAGRAMS = [ACCOUNT, ELEMENTS, DATA, MARKET]
