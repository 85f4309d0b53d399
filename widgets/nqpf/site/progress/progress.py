"""The page of what a reader has done, and the appendix of solutions.

``{exercise-progress}`` lists every exercise; the page's script fills in what this browser keeps.
``{exercise-solutions}`` prints every solution, for paper and for readers without a script.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import Markup
from sphinx.util.docutils import SphinxDirective

from nqpf.exercises import Exercise, exercises
from nqpf.places import ROOT
from nqpf.site.build import markdown
from nqpf.site.exercise.html import PARTS, more_words, progress_words
from nqpf.site.plan.chapters import titles
from nqpf.site.templating import templates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

MARK = re.compile(r'<div data-nqpf-list="([\w-]+)"></div>')
TEMPLATES = {
    "exercise-progress": "progress/progress.html",
    "exercise-solutions": "progress/solutions.html",
}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let pages list the exercises, and fill the lists in when pages are written."""
    for name in TEMPLATES:
        app.add_directive(name, ExerciseList)
    app.connect("doctree-resolved", fill_lists)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class ExerciseList(SphinxDirective):
    """``{exercise-progress}`` or ``{exercise-solutions}``."""

    def run(self) -> list[nodes.Node]:
        """Leave the place; the page is read each time, as every chapter's exercises stand on it."""
        self.env.note_reread()
        return [nodes.raw("", f'<div data-nqpf-list="{self.name}"></div>', format="html")]


def fill_lists(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Write the lists of a page."""
    root = "../" * page.count("/")
    for node in list(doctree.findall(nodes.raw)):
        mark = MARK.fullmatch(node.astext())
        if mark:
            html = listed(TEMPLATES[mark[1]], app.env, root)
            node.replace_self(nodes.raw("", str(html), format="html"))


def listed(template: str, env: BuildEnvironment, root: str) -> Markup:
    """Return a list of the exercises of the chapters that are written, without graded ones."""
    chapters = [(number, titles()[number], asked) for number, _page, asked in published(env)]

    def text(exercise: Exercise, written: str) -> Markup:
        figures = exercise.task.figures("0")
        return markdown.with_figures(markdown.html(written), figures, figures)

    html = (
        templates()
        .get_template(template)
        .render(
            chapters=chapters,
            address=lambda one: f"{root}{page_of(one)}.html",
            text=text,
            parts=lambda one: PARTS[one.kind](one),
        )
    )
    return more_words(progress_words()) + Markup(html)


def published(env: BuildEnvironment) -> list[tuple[int, str, list[Exercise]]]:
    """Return of each chapter that is written its number, its page, and its exercises in order."""
    shown = [
        one for one in exercises().values() if one.is_published and page_of(one) in env.found_docs
    ]
    return [
        (number, page, in_order(page, group))
        for (number, page), group in groupby(shown, key=lambda one: (one.chapter, page_of(one)))
    ]


def in_order(page: str, asked: Iterable[Exercise]) -> list[Exercise]:
    """Return the exercises of a page in the order in which its cells name them."""
    text = (ROOT / f"{page}.md").read_text(encoding="utf-8")
    return sorted(asked, key=lambda one: text.index(f'"{one.slug}"'))


def page_of(exercise: Exercise) -> str:
    """Return the page on which an exercise stands."""
    return exercise.folder.parent.relative_to(ROOT).as_posix()
