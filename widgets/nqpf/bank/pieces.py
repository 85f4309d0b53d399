"""What a page needs to hand exercises out without Python: each hand-out in pieces, by exercise.

The pieces are made by what `nqpf assign` and `nqpf export` make their files of. A page puts them
between the head and the foot of a hand-out and writes names and numbers where the marks are.
Figures are those that everybody gets, drawn from a secret that is none.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup, escape

from nqpf.course.assignment import SAME_FOR_ALL, Assignment, Question, digest
from nqpf.course.paper import how_to_answer, prompt, section, sheet
from nqpf.course.platforms import moodle
from nqpf.course.student_files import all_points, notebook, question_cells, written
from nqpf.exercises import Exercise

ASSIGNMENT = "homework"
SECRET = b"these figures are everybody's"
"""With an assignment of that name it gives the figures of the pieces."""
NAME, NUMBER, POINTS, QUESTIONS = "@@name@@", "@@number@@", "@@points@@", "@@questions@@"
"""The marks, which no exercise holds."""


def question_of(exercise: Exercise) -> Question:
    """Return an exercise as the question that an assignment makes of it."""
    return Question(exercise.slug, exercise.kind, exercise.points)


def pieces(exercise: Exercise) -> dict[str, Any]:
    """Return the preview, the cells of the notebook, and the piece of paper and of its key."""
    question = question_of(exercise)
    seed = _named(ASSIGNMENT).seed(SECRET, SAME_FOR_ALL, exercise.slug)
    book = notebook(_named(ASSIGNMENT), None, SECRET)
    book.cells = question_cells(NUMBER, question, seed)
    for place, cell in enumerate(book.cells):
        cell["id"] = f"cell-{place}"  # the page counts those of the whole notebook
    return {
        "preview": preview(question, seed, book.cells),
        "notebook": json.loads(written(book, "ipynb"))["cells"],
        "paper": section(NUMBER, question, seed, key=False),
        "key": section(NUMBER, question, seed, key=True),
    }


def preview(question: Question, seed: str, cells: list[Any]) -> Markup:
    """Return what a student is asked, with the code that a function starts from."""
    parts = [prompt(question, seed)]
    if how := how_to_answer(question):
        parts.append(Markup("<p><em>{}</em></p>").format(how))
    if question.exercise.is_code:
        start = cells[1]["source"].partition("\n")[2]
        parts.append(Markup("<pre><code>{}</code></pre>").format(escape(start)))
    return Markup("").join(parts)


def for_moodle(exercise: Exercise) -> dict[str, str]:
    """Return the piece of Moodle XML, empty if it cannot go there, and what is to be said of it."""
    question = question_of(exercise)
    fate = moodle.fate_of(question)
    text = moodle.Moodle().written(question, NAME) if fate.becomes else ""
    return {"questions": text, "note": fate.note}


def frames() -> dict[str, Any]:
    """Return each hand-out without its questions."""
    empty = _named(NAME)
    papers = {
        name: sheet(NAME, [all_points(POINTS)], Markup(QUESTIONS), key=name == "key")
        for name in ("paper", "key")
    }
    return {
        "notebook": json.loads(written(notebook(empty, None, SECRET), "ipynb")),
        "moodle": moodle.quiz(NAME, QUESTIONS),
        **papers,
    }


def _named(name: str) -> Assignment:
    """Return an assignment of that name that holds nothing yet."""
    return Assignment(name, (), (), own_figures=False, secret_digest=digest(SECRET))
