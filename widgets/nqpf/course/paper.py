"""The assignment on paper: one page that prints, with room for answers, and its key."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from nqpf.course.assignment import SAME_FOR_ALL, Assignment, Question
from nqpf.course.reference import key_of
from nqpf.course.student_files import all_points, choices, dates
from nqpf.course.texts import html
from nqpf.exercises.figures import fill
from nqpf.exercises.kinds.change import Change
from nqpf.words import TAG, _

ROOM = {"open": 14, "code": 16, "data": 16, "change": 16, "number": 5, "seeded": 5}
"""Lines of room for an answer by kind; others need three."""


def paper(assignment: Assignment, secret: bytes, *, key: bool) -> str:
    """Return the assignment as a page to print; with ``key`` the answers stand below each."""
    questions = [
        section(number, question, assignment.seed(secret, SAME_FOR_ALL, question.slug), key=key)
        for number, question in enumerate(assignment.questions, start=1)
    ]
    lines = dates(assignment) or [all_points(assignment.points)]
    return sheet(assignment.name, lines, Markup("").join(questions), key=key)


def sheet(name: str, lines: Sequence[str], questions: Markup, *, key: bool) -> str:
    """Return the page around its questions; ``lines`` stand below the name."""
    template = _templates().get_template("paper.html")
    return template.render(name=name, lines=lines, questions=questions, key=key, language=TAG)


def section(number: int | str, question: Question, seed: str, *, key: bool) -> Markup:
    """Return one question under its number, with room for an answer or with its key."""
    said = {
        "title": question.exercise.title,
        "points": question.points,
        "prompt": prompt(question, seed) + begun(question),
        "solution": Markup("".join(html(text) for text in key_of(question, seed))) if key else "",
        "how": how_to_answer(question),
        "room": ROOM.get(question.kind, 3),
    }
    template = _templates().get_template("paper-question.html")
    return Markup(template.render(number=number, question=said, key=key))


def prompt(question: Question, seed: str) -> Markup:
    """Return what is asked, with the options or lines to choose from, as HTML."""
    task = question.exercise.task
    figures = task.figures(seed)
    texts = [fill(text, figures) for text in [question.exercise.prompt, *choices(task)]]
    return Markup("".join(html(text) for text in texts))


def begun(question: Question) -> Markup:
    """Return the model that is to be changed, which whoever writes with a pen has to see."""
    task = question.exercise.task
    return Markup(html(f"```python\n{task.starter}```") if isinstance(task, Change) else "")


@functools.cache
def _templates() -> Environment:
    environment = Environment(loader=PackageLoader("nqpf.course"), autoescape=True)
    environment.globals["_"] = _
    return environment


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
        unit = str(task.unit_words)
        return _("Unit: {unit}.").format(unit=unit) if unit else ""
    if question.kind == "goal":
        return _("Write down where each control of the explorer stands.")
    if question.kind == "open":
        names = _("; ").join(criterion.name for criterion in task.criteria)
        return _("Your answer is marked on: {criteria}.").format(criteria=names)
    if question.kind == "change":
        return _("Write down the lines that you change.")
    return _("Write a function in Python.")
