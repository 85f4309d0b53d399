"""Gaps after Chinese punctuation, which is as wide as a character and has its own room.

Templates put a space between one sentence and the next, as English has it. In Chinese it would
stand beside the room that the stop has already.
"""

from __future__ import annotations

import re

STOPS = "，。；：、！？）》"
OPAQUE = "script|style|pre|textarea|svg|math"
# A tag, a comment, what is not read as text, or text.
PIECE = re.compile(
    rf"<(?P<opaque>{OPAQUE})\b.*?</(?P=opaque)>|<!--.*?-->|</?(?P<tag>[a-zA-Z][\w-]*)[^<>]*>|[^<]+|<",
    re.DOTALL,
)
GAP = re.compile(rf"(?<=[{STOPS}])[ \n]+(?=\S)|(?<=\S)[ \n]+(?=[（《])")
# Elements that stand within a line.
INLINE = re.compile(
    "a|abbr|b|cite|code|data|dfn|em|i|kbd|label|output|q|s|small|span|strong|sub|sup|time",
    re.IGNORECASE,
)


def without_gaps(html: str) -> str:
    """Return a page without spaces between a Chinese stop and what follows it in its paragraph.

    >>> without_gaps('<p>通向： <a href="#a">产出</a>。 <em>见</em> 第2章</p> <p>a: b</p>')
    '<p>通向：<a href="#a">产出</a>。<em>见</em> 第2章</p> <p>a: b</p>'
    """
    pieces: list[str] = []
    since: int | None = None
    for match in PIECE.finditer(html):
        text = match[0]
        if match["tag"]:
            since = since if INLINE.fullmatch(match["tag"]) else None
        elif text.startswith("<"):
            since = None
        elif text.strip():
            if since is not None:
                pieces[since:] = [closed(piece) for piece in pieces[since:]]
                text = text.lstrip(" \n")
            text = GAP.sub("", text)
            since = len(pieces) if text.rstrip().endswith(tuple(STOPS)) else None
        pieces.append(text)
    return "".join(pieces)


def closed(piece: str) -> str:
    """Return a piece of a page without the space at its end, if it is text."""
    return piece if piece.startswith("<") else piece.rstrip(" \n")
