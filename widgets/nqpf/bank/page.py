"""``{exercise-bank}``: all exercises to filter, to choose from, and to hand out.

The page itself holds the list. The pieces of hand-outs lie in two scripts a chapter, one of them
for Moodle, which also load from an unzipped folder, and are loaded when they are asked for.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from nqpf.bank.pieces import ASSIGNMENT, for_moodle, frames, pieces
from nqpf.exercises import Exercise
from nqpf.fingerprint import named_by
from nqpf.site.bank.bank import offered, rendered
from nqpf.site.plan.chapters import written
from nqpf.site.templating import json_for_script
from nqpf.whole import keep, keep_only

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

MARK = '<div data-nqpf-bank=""></div>'
FOLDER = "bank"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let a page hold the bank, and fill it in when pages are written."""
    app.add_directive("exercise-bank", Bank)
    app.connect("doctree-resolved", fill)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class Bank(SphinxDirective):
    """``{exercise-bank}`` has no arguments."""

    def run(self) -> list[nodes.Node]:
        """Leave the place; the page is read each time, as any chapter's exercises are offered."""
        self.env.note_reread()
        return [nodes.raw("", MARK, format="html")]


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Write the bank where a page leaves its mark, and the pieces beside the site's pages."""
    for node in list(doctree.findall(nodes.raw)):
        if node.astext() != MARK:
            continue
        root = "../" * page.count("/")
        chapters = written(app.env.found_docs)
        offer = offered(set(chapters))
        names = write(Path(app.outdir) / FOLDER, offer)
        scripts = {
            chapter: [f"{root}{FOLDER}/{name}" for name in both] for chapter, both in names.items()
        }
        plan = {"scripts": scripts, "frames": frames(), "name": ASSIGNMENT}
        html = rendered(offer, chapters, root, plan)
        node.replace_self(nodes.raw("", str(html), format="html"))


def write(folder: Path, offer: list[Exercise]) -> dict[int, list[str]]:
    """Write the scripts of all chapters, and return the names of both by chapter."""
    found = {}
    for chapter, group in groupby(offer, key=lambda one: one.chapter):
        ones = list(group)
        texts = {
            "": script("nqpfPieces", {one.slug: pieces(one) for one in ones}),
            "-moodle": script("nqpfMoodle", {one.slug: for_moodle(one) for one in ones}),
        }
        found[chapter] = [named_by(f"ch{chapter:02}{kind}", text) for kind, text in texts.items()]
        for name, text in zip(found[chapter], texts.values(), strict=True):
            keep(folder / name, text)
    folder.mkdir(exist_ok=True)
    keep_only(folder, [name for both in found.values() for name in both])
    return found


def script(register: str, made: dict[str, Any]) -> str:
    """Return a classic script that hands over the pieces of a chapter, by exercise."""
    return f"Object.assign(window.{register}??={{}},{json_for_script(made)});\n"
