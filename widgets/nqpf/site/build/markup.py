"""Faults in the markup that libraries write, mended before a page is written.

Each line names what is wrong; the tests of accessibility and of valid HTML show when a library has
mended it itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes as document_nodes

from nqpf.explorers import modules

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

BEFORE_THE_CONTENTS = 100
BEFORE_THE_FRAME = 1900
AFTER_ALL_OTHERS = 2000
MENDED = {
    # KaTeX: one letter too many in the outline of a tall floor or ceiling sign.
    re.compile(r"(?<=z\nM)M(?=\d)"): "",
    # docutils: a role that ARIA has given up, inside a list, which wants items.
    re.compile(r' role="doc-biblioentry"'): ' role="listitem"',
    # pandas: a style sheet in every table, with an attribute that HTML never took in, and a
    # heading for nothing.
    re.compile(r"<style scoped>.*?</style>", re.DOTALL): "",
    re.compile(r'<table border="1" class="dataframe">'): '<table class="dataframe">',
    re.compile(r"<th></th>"): "<td></td>",
    # docutils: a box with a title is a plain division, which nobody who listens can find or leave.
    re.compile(r'<div class="contested admonition">(\s*<p class="admonition-title">)([^<"]+)'): (
        r'<div class="contested admonition" role="region" aria-label="\2">\1\2'
    ),
    # Sphinx: the link to a heading's own place is read out as part of its name. It stays for the
    # mouse; with keys the contents of the page lead to the same places.
    re.compile(r'<a class="headerlink" '): (
        '<a class="headerlink" aria-hidden="true" tabindex="-1" '
    ),
    # KaTeX: "function application" as one part too many of a construct with scripts.
    re.compile(r"<mo>\u2061</mo>(?=</m(?:sub|sup|subsup|under|over|underover)>)"): "",
}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Mend each page before it is put into its frame."""
    app.connect("doctree-read", part_headings_from_explorers, priority=BEFORE_THE_CONTENTS)
    app.connect("doctree-read", own_all_nodes, priority=AFTER_ALL_OTHERS)
    app.connect("html-page-context", mend_page, priority=BEFORE_THE_FRAME)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def part_headings_from_explorers(app: Sphinx, doctree: nodes.document) -> None:
    """Give a section another id where an explorer of its name has the id in its address."""
    taken = set(modules())
    for section in doctree.findall(document_nodes.section):
        section["ids"] = [f"about-{name}" if name in taken else name for name in section["ids"]]


def own_all_nodes(app: Sphinx, doctree: nodes.document) -> None:
    """Let nodes that were parsed as reStructuredText belong to the page.

    They would hold on to a document of their own, and with it to everything that the build knows,
    which would be stored with each page of models.
    """
    for node in doctree.findall():
        node.document = doctree


def mend_page(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Mend the body of a page."""
    if "body" in context:
        context["body"] = mend(context["body"])


def mend(html: str) -> str:
    """Return HTML without the known faults.

    >>> mend('<div class="citation" role="doc-biblioentry">')
    '<div class="citation" role="listitem">'
    """
    for fault, right in MENDED.items():
        html = fault.sub(right, html)
    return html
