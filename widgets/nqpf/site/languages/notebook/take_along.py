"""The notebooks of an edition, in its own ``downloads/``: the pages with code, in its language.

The package is the English site's, which speaks every language that the book has.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import jupytext
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from mdit_py_plugins.dollarmath import dollarmath_plugin
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from nqpf.site.build import downloads
from nqpf.site.build.notebook_prose import glued_texts
from nqpf.site.languages.left_over import left_over
from nqpf.site.languages.notebook.emphasis import commonmark
from nqpf.site.languages.notebook.prose import TranslatedProse, as_english
from nqpf.site.languages.order import Titles
from nqpf.site.languages.translated import FOLDER

if TYPE_CHECKING:
    from nbformat import NotebookNode
    from sphinx.application import Sphinx


def write_notebooks(app: Sphinx, titles: Titles) -> list[str]:
    """Write the edition's notebooks; return what is wrong with them, each as a sentence."""
    folder = Path(app.outdir) / downloads.FOLDER
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    settings: MdParserConfig = app.env.myst_config  # type: ignore[attr-defined]  # MyST adds it
    parser = create_md_parser(settings, RendererHTML)
    faults: list[str] = []
    for page, source in downloads.notebooks(app.env).items():
        name = downloads.notebook_name(page)
        prose = TranslatedProse(glued_texts(downloads.stored(app, page)), titled(titles), parser)
        made = downloads.notebook(source, prose, downloads.wheel_name(), app.config.html_baseurl)
        where = f"{FOLDER}/{downloads.FOLDER}/{name}"
        found = prose.lacking or english_in(made)
        faults += [f"{where} says in English: {text[:120]}" for text in found]
        jupytext.write(made, folder / name, fmt="ipynb")
    return faults


def titled(titles: Titles) -> Callable[[str], str]:
    """Return what gives the title of a page; of one that the edition has not, the English one."""

    def title(page: str) -> str:
        shown = titles.title(page)
        return shown if page in titles.own else as_english(shown)

    return title


def english_in(made: NotebookNode) -> list[str]:
    """Return the texts of a notebook's sentences that are still English."""
    shown = "\n\n".join(cell.source for cell in made.cells if cell.cell_type == "markdown")
    return left_over(reader().render(shown))


def reader() -> MarkdownIt:
    """Return a parser of what notebook programs read, formulas too."""
    return commonmark().use(dollarmath_plugin)
