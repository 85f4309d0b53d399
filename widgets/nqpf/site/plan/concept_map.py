"""The book as a map: elements, drivers, structures, functions, and the chapters that treat them.

``{concept-map}`` shows it. Each box is a `details` element of plain HTML, so it opens by tap and by
keyboard and without any script. The same boxes are four columns on a wide screen, two on a phone,
and a list on paper: a box that was there twice would be read twice.
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

# On a phone, in pixels of the usual type, elements stand above drivers, and beside them structures
# above functions. Arrows have the edges and the middle to themselves, and so they cross no box.
COLUMNS = ((0, 1), (2, 3))
TITLE, ROW, BETWEEN_LAYERS = 34, 52, 6
EDGE, MIDDLE = 28, 40
LEAVES, ARRIVES = 6, -6
"""Where an arrow along an edge leaves its box and arrives at another, below the middle of it."""
TO_THE_RIGHT, TO_THE_LEFT = "m-5-3 5 3-5 3", "m5-3-5 3 5 3"


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
    down: int
    """Where its middle is on a phone."""

    @property
    def left(self) -> int:
        """The left edge in units of the map's width."""
        return 25 * self.layer + 2


@dataclass(frozen=True)
class Phone:
    """Where on a phone titles and middles of boxes lie below the top, and how high the map is."""

    titles: tuple[int, ...]
    middles: tuple[tuple[int, ...], ...]
    height: int
    free: int
    """Where the shorter column ends."""


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
    middles = [iter(layer) for layer in on_a_phone().middles]
    return {
        row["node"]: Box(
            row["node"],
            layer := layers.index(row["layer"]),
            row["place"],
            said(row["label"]),
            said(row["meaning"]),
            row["chapter"],
            tuple((row["feeds"] or "").split()),
            row["exercise"] or "",
            next(middles[layer]),
        )
        for row in data.rows("concept_map")
    }


@functools.cache
def on_a_phone() -> Phone:
    """Return where the titles and the boxes of each layer lie on a phone."""
    layers = [row["layer"] for row in data.rows("concept_map")]
    titles, middles, ends = [], [], []
    for column in COLUMNS:
        end = -BETWEEN_LAYERS
        for layer in column:
            titles.append(end + BETWEEN_LAYERS)
            first = titles[-1] + TITLE + ROW // 2
            count = layers.count(list(LAYERS)[layer])
            middles.append(tuple(range(first, first + count * ROW, ROW)))
            end = first + count * ROW - ROW // 2
        ends.append(end)
    return Phone(tuple(titles), tuple(middles), max(ends), min(ends))


def arrow(source: Box, target: Box) -> str:
    """Return the path from one box to another, in units of 100 across and half rows down."""
    start, end = source.left + BOX, target.left
    bend = (start + end) / 2
    if source.layer == target.layer:  # out to the right and back
        end, bend = start, start + 4
    above, below = source.place, target.place
    return f"M{start} {above}C{bend:g} {above} {bend:g} {below} {end} {below}"


def bow(source: Box, target: Box) -> tuple[str, str]:
    """Return where on a phone the arrow from one box to another runs, and its path there.

    It is ``left`` or ``right`` of a column, or in the ``middle`` from the first to the second.
    """
    first, second = (box.layer // len(COLUMNS) for box in (source, target))
    if first != second:
        start, end, half = source.down, target.down, MIDDLE // 2
        return "middle", f"M0 {start}C{half} {start} {half} {end} {MIDDLE} {end}{TO_THE_RIGHT}"
    start, end = source.down + LEAVES, target.down + ARRIVES
    # The longer the way, the farther out; a curve of this kind reaches three quarters of its bend.
    out = round((8 + (EDGE - 9) * (end - start) / on_a_phone().height) * 4 / 3)
    if first == 0:
        bend = EDGE - out
        return "left", f"M{EDGE} {start}C{bend} {start} {bend} {end} {EDGE} {end}{TO_THE_RIGHT}"
    return "right", f"M0 {start}C{out} {start} {out} {end} 0 {end}{TO_THE_LEFT}"


def bows(box: Box) -> dict[str, list[str]]:
    """Return the paths of the arrows from a box on a phone by where they run."""
    found: dict[str, list[str]] = {}
    for name in box.feeds:
        where, path = bow(box, boxes()[name])
        found.setdefault(where, []).append(path)
    return found


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
        {
            "title": title,
            "what": what,
            "boxes": [b for b in boxes().values() if b.layer == place],
            "down": on_a_phone().titles[place],
        }
        for place, (title, what) in enumerate(LAYERS.values())
    ]
    return templates().get_template("plan/concept_map.html").render(
        layers=layers, boxes=boxes(), titles=titles(), links=links, arrow=arrow, opened=OPENED,
        phone=on_a_phone(), bows=bows, room={"left": EDGE, "middle": MIDDLE, "right": EDGE},
        asked={box.exercise: find(box.exercise).title for box in boxes().values() if box.exercise},
    )  # fmt: skip
