"""A notebook's Markdown, cut into messages as translators have them.

A message is what Sphinx hands to translators: a heading, a paragraph, an item or a cell of a table,
and the title of a box. It is found here by the parser that reads the page, so both cut alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.token import Token

BOX = re.compile(r"\{[a-z]+\}[ ]*(?P<title>.*)")
OPTIONS = re.compile(r"(?::[\w-]+:[^\n]*\n)*")
# What stands before the further lines of a paragraph in a list or in a quotation.
NEXT_LINE = r"\n[ \t>]*"


def replaced(text: str, parser: MarkdownIt, said: Callable[[str], str]) -> str:
    r"""Return Markdown in which ``said`` has replaced every message; the rest stays as it is.

    >>> replaced("# A *b*\n\n- c\n  d\n\n$x$", MarkdownIt("commonmark"), lambda one: f"<{one}>")
    '# <A *b*>\n\n- <c d>\n\n<$x$>'
    """
    starts = line_starts(text)
    made, done = "", 0
    for token in parser.parse(text, {}):
        if token.map is None or not (pieces := messages(token)):
            continue
        at = max(done, starts[token.map[0]])
        for piece, is_text in pieces:
            found = re.compile(NEXT_LINE.join(map(re.escape, piece.split("\n")))).search(text, at)
            if found is None:
                raise ValueError(f"the parser changed what a notebook says: {piece}")
            shown = said(in_one_line(piece)) if is_text else replaced(piece, parser, said)
            made += text[done : found.start()] + shown
            at = done = found.end()
    return made + text[done:]


def messages(token: Token) -> list[tuple[str, bool]]:
    """Return the pieces of a token to say in another language, and whether each is one message.

    What stands in a box is read as Markdown of its own.
    """
    if token.type == "inline":
        return [(token.content, True)] if token.content.strip() else []
    box = BOX.fullmatch(token.info.strip()) if token.type == "colon_fence" else None
    if box is None:
        return []
    inside = token.content[OPTIONS.match(token.content).end() :]  # type: ignore[union-attr]
    title = [(box["title"], True)] if box["title"] else []
    return [*title, (inside.strip("\n"), False)]


def in_one_line(text: str) -> str:
    """Return a message as the catalogue has it."""
    return " ".join(line.strip() for line in text.split("\n"))


def line_starts(text: str) -> list[int]:
    r"""Return where each line of a text starts.

    >>> line_starts("a\nbc\nd")
    [0, 2, 5]
    """
    return [0, *(match.end() for match in re.finditer("\n", text))]
