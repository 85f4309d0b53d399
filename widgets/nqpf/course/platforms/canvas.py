"""An assignment as a QTI 1.2 archive that Canvas imports.

Canvas takes one interval for a number and no messages for named mistakes: they are left out. Its
importer has no sorting: every statement becomes a question of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nqpf.course.assignment import Assignment, Question
from nqpf.course.platforms import (
    VARIANTS,
    Fate,
    NotForPlatform,
    in_the_book,
    needs_python,
    unit_note,
    variants,
)
from nqpf.exercises.choosing import LETTERS
from nqpf.exercises.figures import fill
from nqpf.exercises.phrases import phrases
from nqpf.words import _

LEAST = 1e-4
"""Canvas reads numbers no finer than this; smaller ones are asked for in per cent anyway."""


@dataclass(frozen=True)
class Canvas:
    """How an assignment is exported: the book's address."""

    site: str = ""

    def export(self, assignment: Assignment, path: Path) -> None:
        """Write the archive; raise `NotForPlatform` if no question can go."""
        from text2qti.config import Config
        from text2qti.qti import QTI
        from text2qti.quiz import Quiz

        quiz = Quiz(self.text(assignment), config=Config(), source_name=assignment.name)
        # Each member of a group is counted there, and the group once more.
        quiz.points_possible = sum(fate.points for fate in fates(assignment))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(QTI(quiz).zip_bytes())

    def text(self, assignment: Assignment) -> str:
        """Return the questions in the plain text that text2qti reads."""
        sent = [fate.question for fate in fates(assignment) if fate.becomes]
        if not sent:
            raise NotForPlatform(f"{assignment.name}: no question can go to Canvas.")
        blocks = [f"Quiz title: {assignment.name}\nShuffle answers: true"]
        for question in sent:
            listed = [
                block
                for seed, figures in variants(question)
                for block in self._question(question, seed, figures)
            ]
            if question.kind == "seeded":
                opening = f"GROUP\npick: 1\npoints per question: {question.points}"
                listed = [opening, *listed, "END_GROUP"]
            blocks += listed
        return "\n\n".join(blocks) + "\n"

    def _question(self, question: Question, seed: str, figures: dict[str, str]) -> Iterator[str]:
        one, task = question.exercise, _task(question)
        prompt = [fill(one.prompt, figures), *_rules(question), in_the_book(one, self.site)]
        solution = fill(one.solution, figures)
        if getattr(task, "labels", ()):
            yield from _statements(question, prompt, solution, figures)
            return
        points = [] if question.kind == "seeded" else [f"Points: {question.points}"]
        lines = [f"Title: {one.title}", *points, _item("1.", *prompt)]
        if question.kind == "open":
            solution = fill("\n\n".join([_rubric(task), *one.exemplars[-1:]]), figures)
        lines.append(_item("...", solution))
        if question.kind == "choice":
            for letter, option in zip(LETTERS, task.options, strict=False):
                mark = _mark(task.multiple, bool(option.truth), letter)
                lines.append(_item(mark, fill(option.text, figures)))
                lines.append(_item("...", fill(option.message, figures)))
        elif question.kind == "open":
            lines.append("____")
        else:
            lines.append(_interval(task, seed))
        yield "\n".join(lines)


def fates(assignment: Assignment) -> list[Fate]:
    """Return what becomes of each question in Canvas."""
    return [_fate(question) for question in assignment.questions]


def _fate(question: Question) -> Fate:
    task = _task(question)
    if question.exercise.is_code or question.kind == "goal":
        return Fate(question, "", needs_python(question))
    if question.kind == "order":
        return Fate(question, "", _("Canvas’s QTI has no order"))
    if question.kind == "open":
        return Fate(question, _("essay"), _("marked by hand"), question.points)
    if question.kind == "seeded":
        note = _("one of {count} variants is drawn; no messages for known mistakes")
        said = note.format(count=VARIANTS)
        return Fate(question, _("numerical"), said, question.points)
    if question.kind == "number":
        note = _("no messages for known mistakes")
        return Fate(question, _("numerical"), note, question.points)
    if task.labels:
        note = _("a multiple choice of 1 point for each of its statements")
        return Fate(question, _("multiple choice"), note, len(task.options))
    if task.multiple:
        note = _("Canvas’s own rule gives parts of the points")
        return Fate(question, _("multiple answers"), note, question.points)
    return Fate(question, _("multiple choice"), "", question.points)


def _statements(
    question: Question, prompt: list[str], solution: str, figures: dict[str, str]
) -> Iterator[str]:
    """Return a question for each statement, because one of several labels is to be chosen."""
    task, one = _task(question), question.exercise
    for number, option in enumerate(task.options, start=1):
        statement = f"**{fill(option.text, figures)}**"
        lines = [f"Title: {one.title} ({number} / {len(task.options)})", "Points: 1"]
        lines += [_item("1.", *prompt, statement), _item("...", solution)]
        for place, (letter, label) in enumerate(zip(LETTERS, task.labels, strict=False)):
            right = place == option.truth
            lines.append(_item(f"*{letter})" if right else f"{letter})", label))
            said = phrases()["right"] if right else fill(option.message, figures)
            lines.append(_item("...", said))
        yield "\n".join(lines)


def _interval(task: Any, seed: str) -> str:
    value, width = task.case(seed).answer
    scale = float(task.form.scale)
    return f"=   {value * scale:.6f} +- {max(width * scale, LEAST):.6f}"


def _rules(question: Question) -> list[str]:
    if question.kind in ("number", "seeded"):
        return [unit_note(question.exercise)]
    return [_("Choose all that are right.")] if getattr(_task(question), "multiple", False) else []


def _rubric(task: Any) -> str:
    return "\n".join(
        f"* **{criterion.name}**: "
        + "; ".join(f"{n} = {words}" for n, words in enumerate(criterion.levels))
        for criterion in task.criteria
    )


def _mark(multiple: bool, right: bool, letter: str) -> str:
    if multiple:
        return "[*]" if right else "[ ]"
    return f"*{letter})" if right else f"{letter})"


def _item(mark: str, *texts: str) -> str:
    """Return paragraphs behind their mark, further lines indented as text2qti wants them."""
    lines = "\n\n".join(text.strip() for text in texts if text.strip()).splitlines()
    further = [f"    {line}".rstrip() for line in lines[1:]]
    return "\n".join([f"{mark:<4}{lines[0]}", *further])


def _task(question: Question) -> Any:
    return question.exercise.task
