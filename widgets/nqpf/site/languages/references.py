"""Works that a page of an edition lists stay as they are cited, in English, and are marked so.

A screen reader then speaks them in English, titles are set as English has them, and signs such as
an apostrophe are as wide as its letters.
"""

from __future__ import annotations

import re

LISTED = re.compile(
    r'(?P<before><li id="[^"]+">'
    r'|<div class="citation"[^<>]*>\s*<span class="label">.*?</span>\s*)<p>'
    r"(?=[A-Za-z\u00c0-\u024f])"
)


def marked_as_english(html: str) -> str:
    """Return a page whose references are marked as English.

    >>> marked_as_english('<li id="id5"><p>Solow, R. (1957).</p></li><li id="a"><p>产出</p></li>')
    '<li id="id5"><p lang="en">Solow, R. (1957).</p></li><li id="a"><p>产出</p></li>'
    """
    return LISTED.sub(r'\g<before><p lang="en">', html)
