"""The test over the whole book: ``{final-test}``.

The page lists what may be asked, so that it serves on paper too. Its script draws the questions;
they lie in one script a chapter, which also loads from an unzipped folder, and is loaded when a
question of that chapter is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import Markup
from sphinx.util.docutils import SphinxDirective

from nqpf import data
from nqpf.exercises import Exercise, exercises
from nqpf.fingerprint import named_by
from nqpf.site.exercise.html import more_words, standing
from nqpf.site.exercise.sections import Section, section_of
from nqpf.site.plan.chapters import written
from nqpf.site.templating import json_for_script, templates
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

MARK = '<div data-nqpf-final-test=""></div>'
QUESTIONS = 30
KINDS = ("choice", "number", "seeded", "order")
"""Kinds that are answered in a minute or two and checked without Python or an explorer."""
FOLDER = "questions"


@dataclass(frozen=True)
class Question:
    """An exercise that may be drawn, and the section that explains it."""

    exercise: Exercise
    section: Section


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let a page hold the test, and fill it in when pages are written."""
    app.add_directive("final-test", FinalTest)
    app.connect("doctree-resolved", fill)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class FinalTest(SphinxDirective):
    """``{final-test}`` has no arguments."""

    def run(self) -> list[nodes.Node]:
        """Leave the place; the page is read each time, as any chapter's exercises may be drawn."""
        self.env.note_reread()
        return [nodes.raw("", MARK, format="html")]


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Write the test where a page leaves its mark, and the questions beside the site's pages."""
    for node in list(doctree.findall(nodes.raw)):
        if node.astext() != MARK:
            continue
        root = "../" * page.count("/")
        pool = questions(set(written(app.env.found_docs)))
        addresses = {}
        for chapter, group in groupby(pool, key=lambda one: one.exercise.chapter):
            text = script(chapter, list(group), root)
            name = write(Path(app.outdir) / FOLDER, chapter, text)
            addresses[chapter] = f"{root}{FOLDER}/{name}"
        html = more_words(words()) + rendered(pool, addresses, root)
        node.replace_self(nodes.raw("", str(html), format="html"))


def questions(chapters: set[int]) -> list[Question]:
    """Return what may be drawn from these chapters, in the order of the book."""
    return [
        Question(one, section)
        for one in exercises().values()
        if one.is_published and one.kind in KINDS and one.chapter in chapters
        if (section := section_of(one))
    ]


def script(chapter: int, pool: list[Question], root: str) -> str:
    """Return a classic script that hands over the questions of a chapter as HTML."""
    made = {
        one.exercise.slug: str(standing(one.exercise, number=str(chapter), root=root))
        for one in pool
    }
    return f"(window.nqpfQuestions??={{}})[{chapter}]={json_for_script(made)};\n"


def write(folder: Path, chapter: int, text: str) -> str:
    """Write a chapter's questions under a name that changes with them, and return the name."""
    name = named_by(f"ch{chapter:02}", text)
    folder.mkdir(exist_ok=True)
    for old in folder.glob(f"ch{chapter:02}-*.js"):
        if old.name != name:
            old.unlink()
    (folder / name).write_text(text, encoding="utf-8")
    return name


def rendered(pool: list[Question], addresses: dict[int, str], root: str) -> Markup:
    """Return the test as HTML: its frame, what may be asked, and what the script needs."""
    rows = {row["chapter"]: row for row in data.rows("chapters")}
    chapters = [
        (rows[number], [(one.exercise, one.section.address(root)) for one in group])
        for number, group in groupby(pool, key=lambda one: one.exercise.chapter)
    ]
    plan = {
        "count": QUESTIONS,
        "scripts": addresses,
        "chapters": {number: rows[number]["title"] for number in addresses},
        "parts": {number: rows[number]["part_title"] for number in addresses},
        "pool": [
            {
                "slug": one.exercise.slug,
                "chapter": one.exercise.chapter,
                "objective": one.exercise.objectives[0],
                "section": [one.section.address(root), one.section.title],
            }
            for one in pool
        ],
    }
    return Markup(
        templates()
        .get_template("final_test/final_test.html")
        .render(
            chapters=chapters,
            count=QUESTIONS,
            total=len(pool),
            plan=Markup(json_for_script(plan)),
            solutions=f"{root}chapters/solutions.html",
        )
    )


def words() -> dict[str, str]:
    """Return the sentences that only this test says."""
    return {
        "test_where": _("Question {place} of {count}"),
        "test_right": _("right"),
        "test_wrong": _("not right"),
        "test_open": _("not answered"),
        "test_score": _("{right} of {answered} right at the first answer; {left} not answered."),
        "test_all": _("{right} of {answered} right at the first answer."),
        "test_nothing": _("Nothing to read again."),
        "test_failed": _("The questions of chapter {chapter} could not be loaded. Try again."),
    }
