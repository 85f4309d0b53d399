"""What the lecturer keeps: the reference answers, each student's figures, and how to mark."""

from __future__ import annotations

from typing import Any

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from nqpf.course.assignment import SAME_FOR_ALL, Assignment, Question
from nqpf.course.student_files import question_cells
from nqpf.exercises.choosing import LETTERS
from nqpf.exercises.figures import fill
from nqpf.exercises.kinds.code import BEGIN, END
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
    task: Any = question.exercise.task
    if question.exercise.is_code:
        return (question.exercise.folder / "solution.py").read_text(encoding="utf-8").rstrip()
    answer = task.solution(seed)
    if question.kind in ("number", "seeded"):
        # A bare number is read in the unit that is asked for.
        answer = float(f"{answer / task.units.factors[task.units.bare[0]]:.12g}")
    if question.kind in ("choice", "order") and not getattr(task, "labels", ()):
        places = answer if isinstance(answer, list) else [answer]
        answer = " ".join(LETTERS[place - 1] for place in places)
    return f"answer = {answer!r}"


def answer_rows(assignment: Assignment, secret: bytes) -> tuple[list[str], list[dict[str, Any]]]:
    """Return columns and rows of the right answers, for each student whose figures are own."""
    students = [s.id for s in assignment.students] if assignment.own_figures else [SAME_FOR_ALL]
    asked = [q for q in assignment.questions if q.kind != "open" and not q.exercise.is_code]
    rows = [
        {"student": student or _("everyone")}
        | {q.slug: _cell(q, assignment.seed(secret, student, q.slug)) for q in asked}
        for student in students
    ]
    return ["student", *(question.slug for question in asked)], rows


def _cell(question: Question, seed: str) -> Any:
    """Return a right answer for a table: numbers are numbers, so that no guard goes before one."""
    text = right_answer(question, seed).removeprefix("answer = ")
    return float(text) if question.kind in ("number", "seeded") else text


def marking_guide(assignment: Assignment, secret: bytes) -> str:
    """Return how each question is answered and marked, with the rubric of open ones."""
    parts = [f"# {assignment.name}: {_('marking guide')}"]
    for number, question in enumerate(assignment.questions, start=1):
        one = question.exercise
        seed = assignment.seed(secret, SAME_FOR_ALL, question.slug)
        figures = one.task.figures(seed)
        head = f"## {number}. {one.title} ({question.points})\n\n{fill(one.prompt, figures)}"
        parts += [head, f"### {_('Solution')}", *key_of(question, seed)]
    return "\n\n".join(parts) + "\n"


def key_of(question: Question, seed: str) -> list[str]:
    """Return all that somebody needs to mark an answer by hand, as paragraphs of Markdown."""
    one, task = question.exercise, question.exercise.task
    figures = task.figures(seed)
    parts = [*_in_short(question, seed), fill(one.solution, figures)]
    rubric = [
        f"* **{fill(criterion.name, figures)}**: "
        + "; ".join(f"{n} = {fill(words, figures)}" for n, words in enumerate(criterion.levels))
        for criterion in getattr(task, "criteria", ())
    ]
    parts += ["\n".join(rubric)] if rubric else []
    parts += [f"**{_('Exemplar')}**\n\n{fill(text, figures)}" for text in one.exemplars]
    return parts


def _in_short(question: Question, seed: str) -> list[str]:
    """Return the answer itself where the solution tells only the way to it."""
    task: Any = question.exercise.task
    if question.exercise.is_code:
        lines = right_answer(question, seed).splitlines()
        code = "\n".join(line for line in lines if line.strip() not in (BEGIN, END))
        cases = [f"* `{case.told}` → `{task.wanted(case)}`"
                 for case in task.fixed if "rows" not in case.names or case.show]  # fmt: skip
        return [f"```python\n{code}\n```", "\n".join(cases)]
    if question.kind == "order":
        places = task.solution(seed)
        order = " ".join(LETTERS[place - 1] for place in places)
        lines = [f"* ({LETTERS[place - 1]}) {_line(task, place)}" for place in places]
        free = [line for line in task.lines if line.place is not None]
        several = any(line.place and line.place - 1 not in line.after for line in free)
        note = [_("Other orders are right too if each line stands after what it needs.")]
        return [f"**{order}**", "\n".join(lines), *(note if several else [])]
    if question.kind == "choice" and task.labels:
        lines = [f"* ({LETTERS[n]}) {task.labels[option.truth]}"
                 for n, option in enumerate(task.options)]  # fmt: skip
        return ["\n".join(lines)]
    if question.kind == "choice":
        letters = [LETTERS[n] for n, option in enumerate(task.options) if option.truth]
        return [f"**{' '.join(letters)}**"]
    if question.kind in ("number", "seeded"):
        return [f"**{task.figures(seed)['answer']}**"]
    return []


def _line(task: Any, place: int) -> str:
    text = task.lines[place - 1].text.strip()
    return f"`{text}`" if task.code else text
