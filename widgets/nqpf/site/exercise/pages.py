"""Exercises on the book's pages: where a cell names one, it stands and checks itself.

Every kind but code and data is checked in the page without Python: right and wrong values travel
with the page, and anyone can read them there. Graded exercises therefore never use these seeds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from nqpf.exercises import Exercise, ExerciseError, exercises, find
from nqpf.site.exercise.html import standing, without_script
from nqpf.site.plan.chapters import written

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

BEFORE_PAGES_ARE_SHARED_OUT = 400
MARK = re.compile(r'<div data-nqpf-exercise="([\w-]+)"></div>')


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let the pages' cells name exercises."""
    app.connect("env-before-read-docs", read_exercises, priority=BEFORE_PAGES_ARE_SHARED_OUT)
    app.connect("doctree-resolved", fill_marks)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def read_exercises(app: Sphinx, env: BuildEnvironment, pages: list[str]) -> None:
    """Read all exercises once, for the processes that pages are shared out to."""
    if pages:
        exercises()


def fill_marks(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Put exercises where cells left marks; the first says what is missing without a script."""
    count = 0
    root = "../" * page.count("/")

    def filled(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        exercise = for_readers(match[1])
        html = standing(exercise, number=number_of(exercise, page, count), root=root, page=page)
        return str(without_script() + html if count == 1 else html)

    for node in list(doctree.findall(nodes.raw)):
        if node.get("format") == "html" and MARK.search(node.astext()):
            text = MARK.sub(filled, node.astext())
            node.replace_self(nodes.raw("", text, format="html"))


def number_of(exercise: Exercise, page: str, count: int) -> str:
    """Return the number of a page's exercise: with the chapter's on the page of its chapter."""
    home = written([page]).get(exercise.chapter)
    return f"{exercise.chapter}.{count}" if home else str(count)


def for_readers(slug: str) -> Exercise:
    """Return an exercise that readers may check themselves; graded ones never reach a page."""
    exercise = find(slug)
    if not exercise.is_published:
        raise ExerciseError(
            exercise.folder / "exercise.md", "use", "self-check is expected of what a page shows"
        )
    return exercise
