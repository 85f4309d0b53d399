"""The assignment on paper: one page that prints, with room for answers, and its key."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from nqpf.course.assignment import SAME_FOR_ALL, Assignment, Question
from nqpf.course.student_files import choices
from nqpf.course.texts import html
from nqpf.exercises.figures import fill
from nqpf.words import LANGUAGE, _

ROOM = {"open": 14, "code": 16, "data": 16, "number": 5, "seeded": 5}
"""Lines of room for an answer by kind; others need three."""


def paper(assignment: Assignment, secret: bytes, *, key: bool) -> str:
    """Return the assignment as a page to print; with ``key`` the answers stand below each."""
    environment = Environment(loader=PackageLoader("nqpf.course"), autoescape=True)
    environment.globals["_"] = _
    questions = [_question(assignment, secret, question) for question in assignment.questions]
    return environment.get_template("paper.html").render(
        assignment=assignment, questions=questions, key=key, language=LANGUAGE
    )


def _question(assignment: Assignment, secret: bytes, question: Question) -> dict[str, Any]:
    one = question.exercise
    figures = one.task.figures(assignment.seed(secret, SAME_FOR_ALL, question.slug))
    texts = [fill(text, figures) for text in [one.prompt, *choices(one.task)]]
    return {
        "title": one.title,
        "points": question.points,
        "prompt": Markup("".join(html(text) for text in texts)),
        "solution": Markup(html(fill(one.solution, figures))),
        "room": ROOM.get(question.kind, 3),
    }
