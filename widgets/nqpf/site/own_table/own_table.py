"""``{own-table}``: a box that takes a reader's CSV, and ranks it by the chapter's own models.

Reading and ranking are Python, `nqpf.own_table`, which the page runs in its worker and a notebook
imports: neither a formula nor a sentence about a fault is written twice. Nothing leaves the page.
Without a script the box says so and leads to the notebook.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx.util.docutils import SphinxDirective

from nqpf.own_table.reading import LARGEST
from nqpf.site.exercise.html import PYTHON_MEGABYTES
from nqpf.site.python import words as python_words
from nqpf.site.python.assets import folder_name
from nqpf.site.templating import json_for_script, templates
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

SECONDS = 60
"""How long a ranking may take before it is given up."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let a page hold the box."""
    app.add_directive("own-table", OwnTableBox)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class OwnTableBox(SphinxDirective):
    """``{own-table}`` has no arguments."""

    def run(self) -> list[nodes.Node]:
        """Return the box."""
        root = "../" * self.env.docname.count("/")
        return [nodes.raw("", str(box(root)), format="html")]


def box(root: str) -> Markup:
    """Return the box as HTML; ``root`` leads from its page to the site's root."""
    template = templates().get_template("own_table/own_table.html")
    return Markup(
        template.render(
            root=root, megabytes=PYTHON_MEGABYTES, plan=Markup(json_for_script(plan(root)))
        )
    )


def plan(root: str) -> dict[str, Any]:
    """Return what the page's script needs to know."""
    return {
        "python": f"{root}{folder_name()}/",
        "seconds": SECONDS,
        "largest": LARGEST,
        "words": sentences(),
    }


def sentences() -> dict[str, str]:
    """Return what the page's script says; what is wrong with a table is said by Python."""
    return python_words.words() | {
        "reading": _("The table is being read."),
        "ranking": _("The table is being ranked."),
        "stopped": _("This took more than {seconds} seconds and was stopped: take fewer rows."),
        "out_of_memory": _("This browser has no memory left for Python: take fewer rows."),
        "read": _("{rows} rows read, {columns} columns. Say below what they are, then rank."),
        "no_weight": _("The weight of “{name}” is “{text}”: write a number of 0 or more."),
        "used": _("“{name}” is an indicator"),
        "points": _("In “{name}”"),
        "more": _("more is better"),
        "less": _("less is better"),
        "weight": _("Weight of “{name}”"),
        "dot": _("rank by your weights"),
        "band": _("nine draws of ten, weights and scale drawn"),
        "line": _("every index of this table"),
        "axis": _("Rank"),
        "picture": _(
            "For each of {rows} units, the first at the top: its rank as a dot, the band of nine "
            "draws of ten as a thick bar, and the ranks under every index as a thin line. "
            "{sentence}"
        ),
        "cut": _("The picture shows the first {shown} of {rows}; the table has all."),
        "file": _("ranks.csv"),
        "range": _("{best} to {worst}"),
    }
