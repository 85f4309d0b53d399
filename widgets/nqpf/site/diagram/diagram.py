"""``{diagram} name``: boxes and arrows, laid out by Graphviz at build, in the page's colours."""

from __future__ import annotations

import functools
import html
import re
import textwrap
from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import Markup
from sphinx.util.docutils import SphinxDirective

from nqpf.explorers.core.style import TOKENS, colour
from nqpf.site.build.node import ask
from nqpf.site.diagram import part1, part2, part3, part4, part5
from nqpf.site.diagram.declared import Diagram, Look
from nqpf.site.templating import templates

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

LETTERS_A_LINE = 17
CHARACTERS_A_LINE = 12
# Letters may be wider on a screen than where boxes are measured: there they are larger.
LAID_OUT, SHOWN = 13.5, 12
# Beside its words a box has room, in points; Graphviz takes characters for narrower than they are.
ROOM, LEAST, POINTS_AN_INCH = 6, 54, 72
# A letter beside a character, which is as wide as it is high.
LETTER = 0.6
CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
LOOKS: dict[Look, dict[str, str]] = {
    "plain": {},
    "strong": {"color": "accent", "penwidth": "2"},
    "dashed": {"style": "dashed"},
}
TOKEN_OF = {values[0]: name for name, values in TOKENS.items()}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let a page show drawings."""
    app.add_directive("diagram", DiagramDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


@functools.cache
def diagrams() -> dict[str, Diagram]:
    """Return every drawing of the book by name, in the order of the chapters."""
    parts = (part1, part2, part3, part4, part5)
    return {one.name: one for part in parts for one in part.DIAGRAMS}


class DiagramDirective(SphinxDirective):
    """``{diagram} name`` shows a drawing with its title below."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the drawing."""
        name = self.arguments[0]
        if name not in diagrams():
            raise self.error(f"no drawing is named {name}: there are {', '.join(diagrams())}.")
        return [nodes.raw("", figure(diagrams()[name]), format="html")]


def figure(one: Diagram) -> str:
    """Return a drawing as HTML."""
    template = templates().get_template("diagram/diagram.html")
    return template.render(diagram=one, svg=Markup(svg(one)))


def svg(one: Diagram) -> str:
    """Return a drawing as SVG, in the page's colours, as wide as it is laid out."""
    drawn: str = ask("diagram", {"dot": dot(one)})
    drawn = drawn[drawn.index("<svg") :]
    drawn = re.sub(r"<!--.*?-->|<title>.*?</title>\s*", "", drawn, flags=re.DOTALL)
    [width] = re.findall(r'viewBox="[\d.]+ [\d.]+ ([\d.]+) ', drawn)
    drawn = re.sub(
        r'<svg width="\w+" height="\w+"', f'<svg style="max-width:{width}px"', drawn, count=1
    )
    drawn = re.sub(r' xmlns(:xlink)?="[^"]*"| (id|class)="[^"]*"| font-family="[^"]*"', "", drawn)
    drawn = drawn.replace(f'font-size="{LAID_OUT:.2f}"', f'font-size="{SHOWN}"')
    return re.sub(r"#[0-9a-f]{6}", lambda found: colour(TOKEN_OF[found[0]]), drawn)


def dot(one: Diagram) -> str:
    """Return a drawing in Graphviz's language, with the light colour in the place of each token."""
    lines = [
        "graph [bgcolor=transparent, ranksep=0.32, nodesep=0.16, margin=0, pad=0.06]",
        "node [" + said(shape="box", style="rounded,filled", fillcolor="surface", color="muted",
                        fontcolor="ink", fontname="Helvetica", fontsize=str(LAID_OUT),
                        margin="0.09,0.06", height="0.3") + "]",
        "edge [" + said(color="muted", fontcolor="muted", fontname="Helvetica",
                        fontsize=str(LAID_OUT), arrowsize="0.7") + "]",
    ]  # fmt: skip
    for row in one.rows:
        boxes = []
        for name, words in row.items():
            look = LOOKS["strong" if name in one.strong else "plain"]
            label = broken(words)
            boxes.append(f"{quoted(name)} [{said(label=label, **room(label), **look)}]")
        lines.append("{rank=same; " + "; ".join(boxes) + "}")
        # Unseen edges keep a row in its order.
        names = " -> ".join(map(quoted, row))
        if len(row) > 1:
            lines.append("{rank=same; edge [style=invis]; " + names + "}")
    for above, below in zip(one.rows, one.rows[1:], strict=False):
        lines.append(f"{quoted(next(iter(above)))} -> {quoted(next(iter(below)))} [style=invis]")
    for arrow in one.arrows:
        told = dict(LOOKS[arrow.look])
        if arrow.label:
            told["label"] = (2 if CHINESE.search(arrow.label) else 1) * " " + broken(arrow.label)
        if arrow.back:
            told["constraint"] = "false"
        lines.append(f"{quoted(arrow.source)} -> {quoted(arrow.target)} [{said(**told)}]")
    return "digraph {\n" + "\n".join(lines) + "\n}"


def said(**attributes: str) -> str:
    """Return attributes as Graphviz reads them; what names a token becomes its light colour."""
    light = {name: TOKENS[text][0] if text in TOKENS else text for name, text in attributes.items()}
    return ", ".join(f"{name}={quoted(text)}" for name, text in light.items())


def quoted(text: str) -> str:
    """Return a text in quotes; line breaks are written as Graphviz has them."""
    return '"' + html.unescape(text).replace('"', '\\"').replace("\n", "\\n") + '"'


def broken(words: str) -> str:
    """Return words on lines short enough for a box on a phone."""
    if CHINESE.search(words):
        return "\n".join(lines_of_characters(words))
    return "\n".join(textwrap.wrap(words, LETTERS_A_LINE, break_long_words=False))


def lines_of_characters(words: str) -> list[str]:
    """Return Chinese words on lines: after a stop where there is one, and none begins with one.

    >>> lines_of_characters("无论对方怎么做都要保护，这样就一直存在")
    ['无论对方怎么做都要保护，', '这样就一直存在']
    """
    if len(words) <= CHARACTERS_A_LINE:
        return [words]
    stops = [one.end() for one in re.finditer("[，、；：]", words[:CHARACTERS_A_LINE])]
    half = CHARACTERS_A_LINE // 2
    end = CHARACTERS_A_LINE - (words[CHARACTERS_A_LINE] in "，、；：。”）")
    end = stops[-1] if stops and stops[-1] >= half else end
    return [words[:end], *lines_of_characters(words[end:])]


def room(label: str) -> dict[str, str]:
    """Return how wide a box with Chinese words is at least, in inches: nothing for other words.

    >>> room("国内的边界"), room("growth of output")
    ({'width': '1.00'}, {})
    """
    if not CHINESE.search(label):
        return {}
    characters = max(
        len(CHINESE.findall(line)) + LETTER * len(CHINESE.sub("", line))
        for line in label.split("\n")
    )
    points = max(characters * SHOWN + 2 * ROOM, LEAST)
    return {"width": f"{points / POINTS_AN_INCH:.2f}"}
