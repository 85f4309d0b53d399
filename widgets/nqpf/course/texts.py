"""Markdown of exercises as plain HTML with MathML: it needs no script, font or network."""

from __future__ import annotations

import functools

from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin


def html(text: str) -> str:
    """Return Markdown as HTML; formulas become MathML, and HTML in the text stays text.

    >>> html("*a* < b")
    '<p><em>a</em> &lt; b</p>\\n'
    """
    return str(_reader().render(text))


@functools.cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    return reader.use(dollarmath_plugin, renderer=_formula, allow_digits=True)


def _formula(latex: str, options: dict[str, bool]) -> str:
    return convert(latex, display="block" if options["display_mode"] else "inline")
