"""What the pages say in their Markdown: sentences by Sphinx, the rest from cells and directives."""

from __future__ import annotations

import ast
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jupytext
from babel.messages.pofile import read_po

from nqpf.places import ROOT
from nqpf.site.translating.message import Message
from nqpf.site.translating.program import in_python

MADE = ("```{chronology}", "```{concept-map}", "```{book-plan}")
PATH_OF_READING = re.compile(r"^```\{reading-path\}[^\n]*\n(.*?)\n```$", re.DOTALL | re.MULTILINE)


def sentences(pages: list[str]) -> dict[str, list[Message]]:
    """Return the sentences of pages, as Sphinx hands them to translators, by the page's name."""
    from sphinx.application import Sphinx

    with tempfile.TemporaryDirectory() as folder:
        app = Sphinx(
            str(ROOT),
            str(ROOT / ".ci" / "plain"),
            f"{folder}/out",
            f"{folder}/doctrees",
            "gettext",
            # Pages are read and not executed; what their links lead to is not asked here.
            confoverrides={
                "nb_execution_mode": "off",
                "gettext_compact": False,
                "include_patterns": [f"{page}.md" for page in pages],
                "external_toc_exclude_missing": False,
            },
            status=None,
            warning=None,
            freshenv=True,
        )
        app.build()
        return {page: written(Path(folder) / "out" / f"{page}.pot", page) for page in pages}


def written(template: Path, page: str) -> list[Message]:
    """Return the messages of one of Sphinx's templates."""
    with template.open("rb") as opened:
        catalogue = read_po(opened)
    lines = (ROOT / f"{page}.md").read_text(encoding="utf-8").split("\n")
    found = (
        Message(str(message.id), f"{page}.md", int(message.locations[0][1] or 0))
        for message in catalogue
        if message.id
    )
    # What a directive makes says itself in the reader's language.
    return [one for one in found if not lines[one.line - 1].startswith(MADE)]


def in_cells(page: str) -> Iterator[Message]:
    """Yield what cells of a page say: sentences that follow an explorer, and words of tables."""
    file = f"{page}.md"
    path = ROOT / file
    if "```{code-cell}" not in path.read_text(encoding="utf-8"):
        return
    for cell in jupytext.read(path).cells:
        if cell.cell_type != "code":
            continue
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "bound":
                slug, template = (ast.literal_eval(argument) for argument in node.args)
                yield Message(template, file, comment=f"follows the explorer {slug}")
        for message in in_python(cell.source, file):
            yield replace(message, line=0, comment="in a table")


def in_directives(page: str) -> Iterator[Message]:
    """Yield the names of paths through the book."""
    text = (ROOT / f"{page}.md").read_text(encoding="utf-8")
    for match in PATH_OF_READING.finditer(text):
        line = text[: match.start()].count("\n") + 2
        yield Message(match[1], f"{page}.md", line, "name of a path through the book")
