"""Markdown of exercises as plain HTML: it needs no script, font or network.

Formulas are MathML, which browsers draw by themselves; or stay TeX between ``\\(`` and ``\\)`` for
platforms whose editors tear MathML apart when a question is saved.
"""

from __future__ import annotations

import functools
from html import escape

from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

FORMULAS = ("tex", "mathml")


def html(text: str, formulas: str = "mathml") -> str:
    r"""Return Markdown as HTML, with formulas in MathML or TeX; HTML in the text stays text.

    >>> html("*a* < b")
    '<p><em>a</em> &lt; b</p>\n'
    >>> html("$a<b$", "tex")
    '<p><span class="math inline">\\(a&lt;b\\)</span></p>\n'
    """
    return str(_reader(formulas).render(text))


@functools.cache
def _reader(formulas: str) -> MarkdownIt:
    renderer = {"mathml": _mathml, "tex": _tex}[formulas]
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    return reader.use(dollarmath_plugin, renderer=renderer, allow_digits=True)


def _mathml(latex: str, options: dict[str, bool]) -> str:
    # latex2mathml draws the rows of aligned as one line, and those of split as rows.
    rows = latex.replace("{aligned}", "{split}")
    return convert(rows, display="block" if options["display_mode"] else "inline")


def _tex(latex: str, options: dict[str, bool]) -> str:
    text = escape(latex.strip(), quote=False)
    return rf"\[{text}\]" if options["display_mode"] else rf"\({text}\)"
