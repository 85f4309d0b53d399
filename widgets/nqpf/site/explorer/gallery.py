"""``{gallery}``: every explorer of the book as a card that leads to its place."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import Markup
from sphinx.util.docutils import SphinxDirective

from nqpf import data
from nqpf.explorers import Explorer, explorers
from nqpf.site.datasets.pages import Unsearched
from nqpf.site.explorer.html import drawn
from nqpf.site.explorer.uses import address_of
from nqpf.site.templating import templates
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive."""
    app.add_directive("gallery", GalleryDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class GalleryDirective(SphinxDirective):
    """``{gallery}``: a section for each chapter that has explorers, with a card for each."""

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        root = "../" * self.env.docname.count("/")
        titles = {row["chapter"]: row["title"] for row in data.rows("chapters")}
        listed = sorted(explorers().values(), key=lambda one: one.chapter)
        return [
            section(chapter, titles[chapter], list(group), root)
            for chapter, group in groupby(listed, key=lambda one: one.chapter)
        ]


def section(chapter: int, title: str, listed: list[Explorer], root: str) -> nodes.section:
    """Return the explorers of a chapter under its title."""
    words = _("Chapter {number}: {title}").format(number=chapter, title=title)
    result = nodes.section(ids=[f"explorers-of-chapter-{chapter}"], names=[words])
    result += nodes.title(words, words)
    result += nodes.raw("", '<ul class="gallery">', format="html")
    for one in listed:
        result += card(one, address_of(one.slug, root))
    result += nodes.raw("", "</ul>", format="html")
    return result


def card(one: Explorer, address: str) -> list[nodes.Node]:
    """Return an explorer's card: its words, which the search reads, and its drawing."""
    template = templates().get_template("explorer/gallery.html")
    words = template.render(explorer=one, address=address)
    drawing = Markup('<div class="gallery-still" aria-hidden="true">{}</div></li>')
    return [
        nodes.raw("", words, format="html"),
        Unsearched(html=drawing.format(Markup(drawn(one.slug)["phone"].svg))),
    ]
