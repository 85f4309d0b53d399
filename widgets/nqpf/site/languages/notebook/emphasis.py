"""Emphasis beside Chinese characters, written so that every notebook program reads it.

The site reads ``**词。**后`` as its parser is told to (`nqpf.site.languages.emphasis`). JupyterLab
goes by CommonMark, where those stars stay: there the emphasis is written with tags.
"""

from __future__ import annotations

import functools
import re

from markdown_it import MarkdownIt

from nqpf.site.languages.emphasis import COMMONMARK, beside_characters, reading

# Code and formulas, in which a star is a star; then strong and light emphasis.
PIECE = re.compile(
    r"(?P<opaque>(?P<quote>`+).*?(?P=quote)|\$[^$\n]+\$)"
    r"|\*\*(?P<strong>(?:[^*]|\*(?!\*))+)\*\*|\*(?P<light>[^*]+)\*"
)


def for_any_program(text: str) -> str:
    """Return Markdown whose emphasis is read alike everywhere.

    Raises ``ValueError`` naming a line in which it cannot be told where emphasis ends.

    >>> for_any_program("**词。**后是**词**后")
    '<strong>词。</strong>后是<strong>词</strong>后'
    >>> for_any_program("**词**：*后*")
    '**词**：*后*'
    """
    return "\n".join(map(line_for_any_program, text.split("\n")))


def line_for_any_program(line: str) -> str:
    """Return a line as it stands if CommonMark reads it as the site does, else with tags."""
    if "*" not in line or by_commonmark(line) == (meant := by_the_site(line)):
        return line
    made = PIECE.sub(tagged, line)
    if by_commonmark(made) != meant:
        raise ValueError(f"where does emphasis end? Put stars beside words, not stops: {line}")
    return made


def tagged(match: re.Match[str]) -> str:
    """Return a piece of emphasis with tags in the place of stars."""
    if match["opaque"]:
        return match[0]
    name, inner = ("strong", match["strong"]) if match["strong"] else ("em", match["light"])
    return f"<{name}>{PIECE.sub(tagged, inner)}</{name}>"


def by_the_site(line: str) -> str:
    """Return a line as HTML as the site reads it."""
    with reading(beside_characters):
        return str(parser().render(line))


def by_commonmark(line: str) -> str:
    """Return a line as HTML as notebook programs read it."""
    with reading(COMMONMARK):
        return str(parser().render(line))


def commonmark() -> MarkdownIt:
    """Return a parser of what notebook programs read: CommonMark with tables and HTML."""
    return MarkdownIt("commonmark", {"html": True}).enable("table")


parser = functools.cache(commonmark)
