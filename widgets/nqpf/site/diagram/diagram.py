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
# Letters may be wider on a screen than where boxes are measured: there they are larger.
LAID_OUT, SHOWN = 13.5, 12
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
            boxes.append(f"{quoted(name)} [{said(label=broken(words), **look)}]")
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
            told["label"] = " " + broken(arrow.label)
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
    return "\n".join(textwrap.wrap(words, LETTERS_A_LINE, break_long_words=False))
