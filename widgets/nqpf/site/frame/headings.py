"""Titles of explorers and exercises as headings, among which a screen reader jumps.

They stand inside a figure and a section of their own, under whatever heading comes before them: its
level and one is theirs, so that none is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

AFTER_MENDING = 1950
TITLE = re.compile(r'<h(?P<level>[1-6])\b|<p(?= class="(?:explorer|exercise)-title")')


def setup(app: Sphinx) -> ExtensionMetadata:
    """Name the titles of each page."""
    app.connect("html-page-context", name_titles, priority=AFTER_MENDING)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def name_titles(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Make the titles in a page's text headings."""
    if "body" in context:
        context["body"] = with_headings(context["body"])


def with_headings(html: str) -> str:
    """Return a text with titles of explorers and exercises one level below what they stand under.

    >>> with_headings('<h2>A</h2><p class="explorer-title">B</p><h3>C</h3>')
    '<h2>A</h2><p role="heading" aria-level="3" class="explorer-title">B</p><h3>C</h3>'
    """
    level = 1

    def named(title: re.Match[str]) -> str:
        nonlocal level
        if title["level"]:
            level = int(title["level"])
            return title[0]
        return f'<p role="heading" aria-level="{level + 1}"'

    return TITLE.sub(named, html)
