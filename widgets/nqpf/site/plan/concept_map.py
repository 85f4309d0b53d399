"""The book as a map: elements, drivers, structures, functions, and the chapters that treat them.

``{concept-map}`` shows it. Each box is a `details` element of plain HTML, so it opens by tap and by
keyboard and without any script; on a narrow screen and on paper the same boxes are a list.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from nqpf import data
from nqpf.exercises import find
from nqpf.site.plan.chapters import readable, titles
from nqpf.site.templating import templates
from nqpf.words import _, said

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

LAYERS = {
    "element": (_("Elements"), _("what goes in")),
    "driver": (_("Drivers"), _("what renews them")),
    "structure": (_("Structures"), _("what they form")),
    "function": (_("Functions"), _("what they serve")),
}
OPENED = "breakthroughs"
BOX = 21
"""The width of a box; a layer has 25 of the map's 100 units, and 2 stay free on each side."""


@dataclass(frozen=True)
class Box:
    """A node of the map, where it lies, and what it feeds."""

    name: str
    layer: int
    place: int
    label: str
    meaning: str
    chapter: int
    feeds: tuple[str, ...]
    exercise: str

    @property
    def left(self) -> int:
        """The left edge in units of the map's width."""
        return 25 * self.layer + 2


class concept_map(nodes.General, nodes.Element):  # type: ignore[misc]  # docutils is untyped
    """The place of the map on a page; it is written when all pages are known."""


class ConceptMap(SphinxDirective):
    """``{concept-map}`` has no arguments."""

    def run(self) -> list[nodes.Node]:
        """Leave the node."""
        return [concept_map()]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let a page show the map."""
    app.add_directive("concept-map", ConceptMap)
    app.add_node(concept_map, html=(write, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


@functools.cache
def boxes() -> dict[str, Box]:
    """Return the boxes of the map by name."""
    layers = list(LAYERS)
    return {
        row["node"]: Box(
            row["node"],
            layers.index(row["layer"]),
            row["place"],
            said(row["label"]),
            said(row["meaning"]),
            row["chapter"],
            tuple((row["feeds"] or "").split()),
            row["exercise"] or "",
        )
        for row in data.rows("concept_map")
    }


def arrow(source: Box, target: Box) -> str:
    """Return the path from one box to another, in units of 100 across and half rows down."""
    start, end = source.left + BOX, target.left
    bend = (start + end) / 2
    if source.layer == target.layer:  # out to the right and back
        end, bend = start, start + 4
    above, below = source.place, target.place
    return f"M{start} {above}C{bend:g} {above} {bend:g} {below} {end} {below}"


def write(translator: Any, _node: nodes.Node) -> None:
    """Write the map with links from the page that is being written."""
    builder, here = translator.builder, translator.builder.current_docname
    pages = readable(builder.env)
    links = {number: builder.get_relative_uri(here, page) for number, page in pages.items()}
    translator.body.append(html(links))
    raise nodes.SkipNode


def html(links: dict[int, str]) -> str:
    """Return the map as HTML; ``links`` lead to the chapters that are written."""
    layers = [
        {"title": title, "what": what, "boxes": [b for b in boxes().values() if b.layer == place]}
        for place, (title, what) in enumerate(LAYERS.values())
    ]
    return templates().get_template("plan/concept_map.html").render(
        layers=layers, boxes=boxes(), titles=titles(), links=links, arrow=arrow, opened=OPENED,
        asked={box.exercise: find(box.exercise).title for box in boxes().values() if box.exercise},
    )  # fmt: skip
