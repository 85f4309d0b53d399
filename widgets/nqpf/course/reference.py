"""What the lecturer keeps: the reference answers, each student's figures, and how to mark."""

from __future__ import annotations

from typing import Any

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from nqpf.course.assignment import SAME_FOR_ALL, Assignment, Question
from nqpf.course.student_files import question_cells
from nqpf.exercises.choosing import LETTERS
from nqpf.exercises.figures import fill
from nqpf.words import _


def reference(assignment: Assignment, secret: bytes, student: str) -> Any:
    """Return the notebook of a student who answers everything right."""
    cells = [
        new_markdown_cell(f"# {assignment.name}: {_('reference')}\n\n<!-- student: reference -->")
    ]
    for number, question in enumerate(assignment.questions, start=1):
        seed = assignment.seed(secret, student, question.slug)
        prompt, *_others = question_cells(number, question, seed)
        cells += [prompt, answer_cell(question, seed)]
    for place, cell in enumerate(cells):
        cell["id"] = f"cell-{place}"
    return new_notebook(cells=cells)


def answer_cell(question: Question, seed: str) -> Any:
    """Return the cell of a right answer."""
    if question.kind == "open":
        strongest = question.exercise.exemplars[-1]
        return new_markdown_cell(f"<!-- question: {question.slug} -->\n{strongest}")
    return new_code_cell(f"# question: {question.slug}\n{right_answer(question, seed)}")


def right_answer(question: Question, seed: str) -> str:
    """Return the code of a right answer, as a student would write it."""
    task = question.exercise.task
    if question.kind in ("code", "data"):
        return (question.exercise.folder / "solution.py").read_text(encoding="utf-8").rstrip()
    answer = task.solution(seed)
    if question.kind in ("choice", "order") and not getattr(task, "labels", ()):
        places = answer if isinstance(answer, list) else [answer]
        answer = " ".join(LETTERS[place - 1] for place in places)
    return f"answer = {answer!r}"


def answer_rows(assignment: Assignment, secret: bytes) -> tuple[list[str], list[dict[str, Any]]]:
    """Return columns and rows of the right answers, for each student whose figures are own."""
    students = [s.id for s in assignment.students] if assignment.own_figures else [SAME_FOR_ALL]
    asked = [q for q in assignment.questions if q.kind not in ("open", "code", "data")]
    rows = [
        {"student": student or _("everyone")}
        | {
            q.slug: right_answer(q, assignment.seed(secret, student, q.slug)).removeprefix(
                "answer = "
            )
            for q in asked
        }
        for student in students
    ]
    return ["student", *(question.slug for question in asked)], rows


def marking_guide(assignment: Assignment, secret: bytes) -> str:
    """Return how each question is answered and marked, with the rubric of open ones."""
    parts = [f"# {assignment.name}: {_('marking guide')}"]
    for number, question in enumerate(assignment.questions, start=1):
        one = question.exercise
        seed = assignment.seed(secret, SAME_FOR_ALL, question.slug)
        figures = one.task.figures(seed)
        head = f"## {number}. {one.title} ({question.points})\n\n{fill(one.prompt, figures)}"
        parts += [head, f"### {_('Solution')}\n\n{fill(one.solution, figures)}", *_rubric(one.task)]
        parts += [f"### {_('Exemplar')}\n\n{text}" for text in one.exemplars]
    return "\n\n".join(parts) + "\n"


def _rubric(task: Any) -> list[str]:
    return [
        f"* **{criterion.name}**: "
        + "; ".join(f"{level} = {words}" for level, words in enumerate(criterion.levels))
        for criterion in getattr(task, "criteria", ())
    ]
