"""Numbers of cells in translated sentences.

Sphinx reads each translated message as a document of its own, which has no cells: there the number
is asked for as one of the page on which the sentence stands, and put in when the page is whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from myst_nb.ext.glue.crossref import PendingGlueReference
from myst_nb.ext.glue.domain import NbGlueDomain
from myst_nb.ext.glue.roles import PasteTextRole

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class Glued(PasteTextRole):  # type: ignore[misc]  # because myst-nb has no types
    """``{glue:text}`` where the page's cells are at hand, and where they are not."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the number, or the place where it will stand."""
        renderer = self.document.get("nb_renderer")
        if renderer is not None and self.text in renderer.renderer.nb_client.glue_data:
            found: tuple[list[nodes.Node], list[nodes.system_message]] = super().run()
            return found
        page = self.document.settings.env.docname
        waiting = PendingGlueReference(
            refdoc=page, key=self.text, inline=True, gtype="text", fmt_spec="s"
        )
        return [waiting], []


def setup(app: Sphinx) -> ExtensionMetadata:
    """Put the role in the place of myst-nb's: of roles of one name the domain's wins."""
    NbGlueDomain.roles["text"] = Glued()
    return {"parallel_read_safe": True, "parallel_write_safe": True}
