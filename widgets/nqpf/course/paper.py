"""The assignment on paper: one page that prints, with room for answers, and its key."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from nqpf.course.assignment import SAME_FOR_ALL, Assignment, Question
from nqpf.course.reference import key_of
from nqpf.course.student_files import choices, dates
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
        assignment=assignment,
        questions=questions,
        key=key,
        language=LANGUAGE,
        dates=dates(assignment),
    )


def _question(assignment: Assignment, secret: bytes, question: Question) -> dict[str, Any]:
    one = question.exercise
    seed = assignment.seed(secret, SAME_FOR_ALL, question.slug)
    figures = one.task.figures(seed)
    texts = [fill(text, figures) for text in [one.prompt, *choices(one.task)]]
    return {
        "title": one.title,
        "points": question.points,
        "prompt": Markup("".join(html(text) for text in texts)),
        "solution": Markup("".join(html(text) for text in key_of(question, seed))),
        "how": how_to_answer(question),
        "room": ROOM.get(question.kind, 3),
    }


def how_to_answer(question: Question) -> str:
    """Return how a question is answered with a pen."""
    task: Any = question.exercise.task
    if question.kind == "choice" and task.labels:
        return _("Write one of the labels beside each letter.")
    if question.kind == "choice":
        several = _("Tick all that are right.")
        return several if task.multiple else _("Tick one.")
    if question.kind == "order":
        return _("Write the letters in order; leave out what does not belong.")
    if question.kind in ("number", "seeded"):
        unit = str(task.unit)
        return _("Unit: {unit}.").format(unit=unit) if unit else ""
    if question.kind == "goal":
        return _("Write down where each control of the explorer stands.")
    if question.kind == "open":
        names = "; ".join(criterion.name for criterion in task.criteria)
        return _("Your answer is marked on: {criteria}.").format(criteria=names)
    return _("Write a function in Python.")
