"""Questions for learning platforms: Moodle XML, and QTI 1.2 for Canvas.

Both take choice, number and seeded number. A platform draws no figures from our seeds, so a seeded
question becomes several, of which each student gets one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from nqpf.course.assignment import Assignment, Question
from nqpf.course.texts import html
from nqpf.exercises.figures import fill
from nqpf.words import _

TAKEN = ("choice", "number", "seeded")
VARIANTS = 12
"""How many sets of figures a seeded question is exported with."""
LEAST_OF_CANVAS = 1e-4
"""Canvas reads numbers no finer than this; smaller ones are asked for in per cent anyway."""


class NotForPlatform(ValueError):
    """No question of the assignment can go to this platform."""


def variants(question: Question) -> Iterator[tuple[str, dict[str, str]]]:
    """Return the seeds, and the figures, with which a question is exported; no two are alike."""
    seen: set[str] = set()
    for number in range(VARIANTS * 4 if question.kind == "seeded" else 1):
        figures = question.exercise.task.figures(f"platform-{number}")
        key = fill(question.exercise.prompt, figures)
        if key not in seen and len(seen) < VARIANTS:
            seen.add(key)
            yield f"platform-{number}", figures


def taken(assignment: Assignment) -> list[Question]:
    """Return the questions that platforms can mark; raise `NotForPlatform` if there are none."""
    found = [q for q in assignment.questions if q.kind in TAKEN and not _sorts(q)]
    if not found:
        raise NotForPlatform(f"{assignment.name} has no choice or number: nothing to export.")
    return found


def moodle(assignment: Assignment) -> str:
    """Return the questions as Moodle XML, with a message for every option and named mistake."""
    quiz = ET.Element("quiz")
    _category(quiz, assignment.name)
    for question in taken(assignment):
        several = question.kind == "seeded"
        if several:
            _category(quiz, f"{assignment.name}/{question.slug}")
        for seed, figures in variants(question):
            element = ET.SubElement(quiz, "question")
            _moodle_question(element, question, seed, figures)
        if several:
            _category(quiz, assignment.name)
    ET.indent(quiz)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(quiz, encoding="unicode") + "\n"


def _moodle_question(
    element: ET.Element, question: Question, seed: str, figures: dict[str, str]
) -> None:
    one = question.exercise
    name = one.title if question.kind != "seeded" else f"{one.title} [{seed.rpartition('-')[2]}]"
    _text(ET.SubElement(element, "name"), name)
    prompt = html(fill(one.prompt, figures) + _unit_note(one.task))
    _html(ET.SubElement(element, "questiontext"), prompt)
    _html(ET.SubElement(element, "generalfeedback"), html(fill(one.solution, figures)))
    ET.SubElement(element, "defaultgrade").text = str(question.points)
    ET.SubElement(element, "penalty").text = "0.3333333"
    if question.kind == "choice":
        element.set("type", "multichoice")
        _moodle_options(element, one.task, figures)
    else:
        element.set("type", "numerical")
        _moodle_numbers(element, one.task, seed, figures)
    for hint in one.hints:
        _html(ET.SubElement(element, "hint"), html(fill(hint, figures)))


def _moodle_options(element: ET.Element, task: Any, figures: dict[str, str]) -> None:
    ET.SubElement(element, "single").text = "false" if task.multiple else "true"
    ET.SubElement(element, "shuffleanswers").text = "true"
    ET.SubElement(element, "answernumbering").text = "abc"
    rights = sum(bool(option.truth) for option in task.options)
    wrongs = len(task.options) - rights
    for option in task.options:
        share = 100 / rights if option.truth else (-100 / wrongs if task.multiple else 0)
        answer = ET.SubElement(element, "answer", fraction=f"{share:.5f}", format="html")
        ET.SubElement(answer, "text").text = html(fill(option.text, figures))
        _html(ET.SubElement(answer, "feedback"), html(fill(option.message, figures)))


def _moodle_numbers(element: ET.Element, task: Any, seed: str, figures: dict[str, str]) -> None:
    case, scale = task.case(seed), scale_of(task)
    messages = [
        fill(w.message, figures | {"wrong": figures[f"wrong_{w.name}"]}) for w in task.wrong
    ]
    said = [(100, *case.answer, _("Right."))]
    said += [(0, *pair, text) for pair, text in zip(case.wrong, messages, strict=True)]
    for fraction, value, width, message in said:
        answer = ET.SubElement(
            element, "answer", fraction=str(fraction), format="moodle_auto_format"
        )
        ET.SubElement(answer, "text").text = f"{value * scale:.12g}"
        ET.SubElement(answer, "tolerance").text = f"{width * scale:.12g}"
        _html(ET.SubElement(answer, "feedback"), html(message))


def canvas(assignment: Assignment, path: Path) -> None:
    """Write the questions as a QTI 1.2 archive that Canvas imports.

    Canvas takes one interval for a number and no messages for named mistakes: they are left out.
    """
    from text2qti.config import Config
    from text2qti.qti import QTI
    from text2qti.quiz import Quiz

    text = canvas_text(assignment)
    quiz = Quiz(text, config=Config(), source_name=assignment.name)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "quiz.zip"
        QTI(quiz).save(str(made))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.read_bytes())


def canvas_text(assignment: Assignment) -> str:
    """Return the questions in the plain text that text2qti reads."""
    blocks = [f"Quiz title: {assignment.name}"]
    for number, question in enumerate(taken(assignment), start=1):
        listed = [
            _canvas_question(question, seed, figures, number)
            for seed, figures in variants(question)
        ]
        if len(listed) > 1:
            opening = f"GROUP\npick: 1\npoints per question: {question.points}"
            listed = [opening, *listed, "END_GROUP"]
        blocks += listed
    return "\n\n".join(blocks) + "\n"


def _canvas_question(question: Question, seed: str, figures: dict[str, str], number: int) -> str:
    one = question.exercise
    task: Any = one.task
    points = [] if question.kind == "seeded" else [f"Points: {question.points}"]
    prompt = fill(one.prompt, figures) + _unit_note(task)
    lines = [f"Title: {one.title}", *points, _item(f"{number}.", prompt)]
    lines.append(_item("...", fill(one.solution, figures)))
    if question.kind == "choice":
        for letter, option in zip("abcdefghijklmnopqrstuvwxyz", task.options, strict=False):
            mark = _canvas_mark(task.multiple, bool(option.truth), letter)
            lines.append(_item(mark, fill(option.text, figures)))
            lines.append(_item("...", fill(option.message, figures)))
    else:
        value, width = task.case(seed).answer
        scale = scale_of(task)
        spread = max(width * scale, LEAST_OF_CANVAS)
        lines.append(f"=   {value * scale:.6f} +- {spread:.6f}")
    return "\n".join(lines)


def _canvas_mark(multiple: bool, right: bool, letter: str) -> str:
    if multiple:
        return "[*]" if right else "[ ]"
    return f"*{letter})" if right else f"{letter})"


def _item(mark: str, text: str) -> str:
    """Return a text behind its mark, its further lines indented as text2qti wants them."""
    lines = text.strip().splitlines()
    indent = " " * 4
    return f"{mark:<4}{lines[0]}" + "".join(f"\n{indent}{line}".rstrip() for line in lines[1:])


def scale_of(task: Any) -> float:
    """Return 100 for answers in per cent, else 1: platforms read bare numbers."""
    return float(task.form.scale)


def _unit_note(task: Any) -> str:
    form = getattr(task, "form", None)
    if form is None or not form.after.strip():
        return ""
    note = _("Give the number only, in {unit}.").format(unit=form.after.strip())
    return f"\n\n{note}\n"


def _sorts(question: Question) -> bool:
    return bool(getattr(question.exercise.task, "labels", ()))


def _category(quiz: ET.Element, name: str) -> None:
    question = ET.SubElement(quiz, "question", type="category")
    _text(ET.SubElement(question, "category"), f"$course$/{name}")


def _text(parent: ET.Element, text: str) -> None:
    ET.SubElement(parent, "text").text = text


def _html(parent: ET.Element, text: str) -> None:
    parent.set("format", "html")
    _text(parent, text)
