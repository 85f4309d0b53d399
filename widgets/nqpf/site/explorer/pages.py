"""Explorers on the book's pages: where a cell or a directive names one, the figure stands.

Each explorer also gets a script that makes it live, a page of its own to embed elsewhere, and its
chart as Vega-Lite.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

from nqpf.explorers import UnknownExplorer, explorer, explorers
from nqpf.explorers.core.showing import BUILDING
from nqpf.site.explorer.html import embed, figure, frame, script, vega_lite
from nqpf.site.keep.keep import shared_words
from nqpf.site.own_model import own_model
from nqpf.site.plan.chapters import written
from nqpf.whole import keep_only

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

MARK = re.compile(r'<div data-nqpf-explorer="([\w-]+)"></div>')


KINDS = (".html", ".js", ".frame.js", ".vl.json")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let pages name explorers, and write the pages to embed."""
    take_names(app)
    app.connect("build-finished", write_embeds)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def take_names(app: Sphinx) -> None:
    """Let pages name explorers."""
    os.environ[BUILDING] = "1"  # kernels inherit it
    app.add_directive("explorer", ExplorerDirective)
    app.add_role("explorer", ExplorerRole())
    app.connect("doctree-resolved", fill_marks)


class ExplorerDirective(SphinxDirective):
    """``{explorer} slug`` on a page without cells."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Leave the mark that is filled in when the page is written."""
        try:
            slug = explorer(self.arguments[0]).slug
        except UnknownExplorer as unknown:
            raise self.error(str(unknown)) from unknown
        return [nodes.raw("", f'<div data-nqpf-explorer="{slug}"></div>', format="html")]


class ExplorerRole(SphinxRole):
    """``{explorer}`slug``` in a sentence: a link to the explorer alone on its page."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link, with the explorer's title as its words."""
        try:
            one = explorer(self.text)
        except UnknownExplorer as unknown:
            message = self.inliner.reporter.error(str(unknown), line=self.lineno)
            return [], [message]
        root = "../" * self.env.docname.count("/")
        return [nodes.reference("", one.title, refuri=f"{root}embed/{one.slug}.html")], []


def fill_marks(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Put figures where cells and directives left marks; an explorer's own chapter asks first."""
    root = "../" * page.count("/")
    chapters = written([page])
    words = [str(shared_words() + own_model.shared_words())]

    def filled(match: re.Match[str]) -> str:
        shown = figure(match[1], root, ask=explorer(match[1]).chapter in chapters)
        return (words.pop() if words else "") + str(shown)

    for node in list(doctree.findall(nodes.raw)):
        if node.get("format") == "html" and MARK.search(node.astext()):
            text = MARK.sub(filled, node.astext())
            node.replace_self(nodes.raw("", text, format="html"))


def write_embeds(app: Sphinx, exception: Exception | None) -> None:
    """Write each explorer alone on a page, its scripts, and its chart as Vega-Lite."""
    if exception is None and app.builder.format == "html":
        write_embeds_of(explorers(), Path(app.outdir))


def write_embeds_of(slugs: Collection[str], site: Path) -> None:
    """Write the pages, scripts and charts of some explorers into a site."""
    folder = site / "embed"
    folder.mkdir(exist_ok=True)
    keep_only(folder, (f"{slug}{kind}" for slug in slugs for kind in KINDS))
    for slug in slugs:
        (folder / f"{slug}.html").write_text(embed(slug), encoding="utf-8")
        (folder / f"{slug}.js").write_text(script(slug), encoding="utf-8")
        if told := frame(slug):
            (folder / f"{slug}.frame.js").write_text(told, encoding="utf-8")
        (folder / f"{slug}.vl.json").write_text(vega_lite(slug), encoding="utf-8")
