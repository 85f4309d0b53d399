"""Pages ask nobody but their own site for anything.

Jupyter Book loads the thebe extension whether or not it is used, and the extension names another
host in every page. It is taken out of the page, scripts, styles and all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

UNWANTED = "thebe"
AFTER_ALL_OTHERS = 1000


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect after all other extensions have said what a page loads."""
    app.connect("html-page-context", take_out_unwanted, priority=AFTER_ALL_OTHERS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def take_out_unwanted(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Drop the scripts and styles of thebe from a page."""
    for kind in ("script_files", "css_files"):
        context[kind] = [file for file in context.get(kind, ()) if not is_unwanted(file)]


def is_unwanted(file: Any) -> bool:
    """Return whether a script or style, in a file or inline, belongs to thebe."""
    inline = getattr(file, "attributes", {}).get("body") or ""
    return UNWANTED in f"{getattr(file, 'filename', file)} {inline}".lower()
