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
TITLE = re.compile(
    r'<h(?P<level>[1-6])\b|<p\b(?=[^>]* class="(?:explorer|exercise)-title")(?P<said>[^>]*)>'
)
SAID_BEFORE = re.compile(r' (?:role="heading"|aria-level="\d")')


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

    A level from the page that a part was taken out of gives way to the one of where it stands now.

    >>> with_headings('<h2>A</h2><p class="explorer-title">B</p><h3>C</h3>')
    '<h2>A</h2><p role="heading" aria-level="3" class="explorer-title">B</p><h3>C</h3>'
    >>> with_headings('<h1>A</h1><p aria-level="4" class="exercise-title" role="heading">B</p>')
    '<h1>A</h1><p role="heading" aria-level="2" class="exercise-title">B</p>'
    """
    level = 1

    def named(title: re.Match[str]) -> str:
        nonlocal level
        if title["level"]:
            level = int(title["level"])
            return title[0]
        said = SAID_BEFORE.sub("", title["said"])
        return f'<p role="heading" aria-level="{level + 1}"{said}>'

    return TITLE.sub(named, html)
