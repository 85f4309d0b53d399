"""Markdown of exercises as HTML; formulas are set at build, as on every page."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markupsafe import Markup, escape
from mdit_py_plugins.dollarmath import dollarmath_plugin

from nqpf.site.build import mathematics


def html(text: str) -> Markup:
    """Return Markdown as HTML paragraphs."""
    return Markup(_parser().render(text))


def inline(text: str) -> Markup:
    """Return one paragraph of Markdown as HTML without the paragraph."""
    return Markup(_parser().renderInline(text))


def with_figures(markup: Markup, names: Iterable[str], figures: dict[str, str]) -> Markup:
    """Return HTML in which each ``{name}`` is a figure that the page's script can change.

    A formula keeps its braces, as everywhere: ``\\text{name}`` asks for no figure.
    """
    known = set(names)

    def figure(match: re.Match[str]) -> str:
        if match[1] is None or match[1] not in known:
            return match[0]
        return f'<span data-figure="{match[1]}">{escape(figures[match[1]])}</span>'

    return Markup(re.sub(r"(?s:<annotation.*?</annotation>)|\{(\w+)\}", figure, str(markup)))


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return parser.use(dollarmath_plugin, renderer=_formula, allow_space=True, double_inline=True)


def _formula(latex: str, options: dict[str, bool]) -> str:
    return mathematics.rendered(latex, display=options.get("display_mode", False))
