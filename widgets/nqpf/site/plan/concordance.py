"""``{concordance} Huang``: every paragraph of a founding text, and the chapters that treat it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from nqpf import data
from nqpf.site.plan.chapters import mention
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

WIDTHS = (10, 72, 18)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let a page show the concordance of one text."""
    app.add_directive("concordance", Concordance)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class Concordance(SphinxDirective):
    """A table with one row a paragraph of the text named."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the table; its caption names the text."""
        text = self.arguments[0]
        kept = [row for row in data.rows("concordance") if row["text"] == text]
        if not kept:
            raise self.error(f"the concordance has no text {text!r}.")
        headings = (_("Paragraph"), _("In our words"), _("Chapters"))
        body = nodes.tbody()
        for row in kept:
            body += self.row(row)
        group = nodes.tgroup("", *[nodes.colspec(colwidth=width) for width in WIDTHS], cols=3)
        group += nodes.thead("", nodes.row("", *[entry(nodes.Text(h)) for h in headings]))
        group += body
        caption = _("{text}, paragraph by paragraph").format(text=text)
        return [nodes.table("", nodes.title("", caption), group, classes=["concordance"])]

    def row(self, row: data.Row) -> nodes.row:
        """Return paragraph, summary and the chapters, linked where they are written."""
        chapters: list[nodes.Node] = []
        for number in map(int, row["chapters"].split()):
            chapters += [nodes.Text(", ")] if chapters else []
            chapters.append(mention(self.env, number, str(number)))
        return nodes.row(
            "",
            entry(nodes.Text(str(row["paragraph"]))),
            entry(nodes.Text(row["summary"])),
            entry(*chapters),
        )


def entry(*inside: nodes.Node) -> nodes.entry:
    """Return a cell with one paragraph."""
    return nodes.entry("", nodes.paragraph("", "", *inside))
