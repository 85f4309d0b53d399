"""Drawings of Part V."""

from nqpf.site.diagram.declared import Arrow, Diagram
from nqpf.words import _

TASK = Diagram(
    name="drawn-task",
    title=_("One more task for machines: two effects on the wage that pull apart"),
    description=_(
        "One more task for machines leads on one side to a cheaper task and more output, which "
        "raises the wage. On the other side it takes the task from people, so that a smaller part "
        "of output is paid as wages, which lowers it: this arrow is dashed."
    ),
    rows=[
        {"task": _("one more task for machines")},
        {"cheaper": _("the task gets cheaper"), "taken": _("the task is taken from people")},
        {"output": _("more output"), "share": _("a smaller part paid as wages")},
        {"wage": _("the wage")},
    ],
    arrows=[
        Arrow("task", "cheaper"),
        Arrow("task", "taken"),
        Arrow("cheaper", "output"),
        Arrow("taken", "share"),
        Arrow("output", "wage", _("up")),
        Arrow("share", "wage", _("down"), look="dashed"),
    ],
    strong=["wage"],
)

INDEX = Diagram(
    name="drawn-index",
    title=_("How an index is made: at each step somebody chooses"),
    description=_(
        "From above: many indicators; then one scale for all; then weights; then one number; then "
        "a rank. Beside the steps stand the choices: which indicators and years; min–max, ranks or "
        "standard deviations; equal, entropy or other weights; a sum, a product or a distance."
    ),
    rows=[
        {"indicators": _("many indicators"), "which": _("which, and of when?")},
        {"scale": _("one scale"), "how": _("min–max, ranks, deviations?")},
        {"weights": _("weights"), "whose": _("equal, entropy, others?")},
        {"number": _("one number"), "adding": _("sum, product, distance?")},
        {"rank": _("a rank")},
    ],
    arrows=[
        Arrow("indicators", "scale"),
        Arrow("scale", "weights"),
        Arrow("weights", "number"),
        Arrow("number", "rank"),
        Arrow("which", "indicators", look="dashed"),
        Arrow("how", "scale", look="dashed"),
        Arrow("whose", "weights", look="dashed"),
        Arrow("adding", "number", look="dashed"),
    ],
    strong=["rank"],
)

MACHINE = Diagram(
    name="drawn-machine",
    title=_("The machine of the scenarios: levers above, output below"),
    description=_(
        "Research effort, and openness together with absorption, lead to productivity, and saving "
        "leads to capital. Productivity, allocation, capital and skills lead to output. A dashed "
        "arrow leads from output back to saving, of which next year’s capital is made."
    ),
    rows=[
        {
            "research": _("research"),
            "openness": _("openness × absorption"),
            "saving": _("saving"),
        },
        {
            "productivity": _("productivity"),
            "allocation": _("allocation"),
            "capital": _("capital"),
            "skills": _("skills"),
        },
        {"output": _("output")},
    ],
    arrows=[
        Arrow("research", "productivity"),
        Arrow("openness", "productivity"),
        Arrow("saving", "capital"),
        Arrow("productivity", "output"),
        Arrow("allocation", "output"),
        Arrow("capital", "output"),
        Arrow("skills", "output"),
        Arrow("output", "saving", look="dashed", back=True),
    ],
    strong=["output"],
)

DIAGRAMS = [TASK, INDEX, MACHINE]
