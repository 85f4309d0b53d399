"""``{chronology} 2023-09 2024-01-31``: dated events of the book's chronology as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from nqpf import data
from nqpf.site.plan.concordance import entry
from nqpf.words import _, said

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

WIDTHS = (16, 56, 28)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let a page show dated events."""
    app.add_directive("chronology", Chronology)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class Chronology(SphinxDirective):
    """A table with one row a date; its caption says how much of the record it shows."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the table, in the order of the dates given."""
        events = {row["date"]: row for row in data.rows("chronology")}
        dates = self.arguments[0].split()
        unknown = [date for date in dates if date not in events]
        if unknown:
            raise self.error(f"the chronology has no event dated {', '.join(unknown)}.")
        head = nodes.row("", *[entry(nodes.Text(h)) for h in (_("Date"), _("Event"), _("By"))])
        body = nodes.tbody()
        for date in dates:
            cells = (date, said(events[date]["event"]), said(events[date]["body"]))
            body += nodes.row("", *[entry(nodes.Text(str(cell))) for cell in cells])
        group = nodes.tgroup("", *[nodes.colspec(colwidth=w) for w in WIDTHS], cols=3)
        group += [nodes.thead("", head), body]
        caption = _("Observed, up to {last}: {shown} of the {all} events in the chronology").format(
            last=max(events), shown=len(dates), all=len(events)
        )
        return [nodes.table("", nodes.title("", caption), group, classes=["concordance"])]
