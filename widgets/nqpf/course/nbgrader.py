"""An assignment as a source notebook for nbgrader.

nbgrader runs its tests in the student's process: hidden tests can be read there, and an object that
equals everything passes. ``nqpf grade`` has neither weakness; this is for courses that are set up
with nbgrader already. Everybody gets the same figures; goals need an explorer and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from nqpf.course.assignment import SAME_FOR_ALL, Assignment, Question
from nqpf.course.reference import right_answer
from nqpf.course.student_files import question_cells, untouched
from nqpf.exercises.kinds.code import BEGIN, END

HELPERS = '''\
# Used by the checks below; leave this cell as it is.
import math


def _number(answer):
    """Return a number that was given as one, or written as 2.25 %, 2,25 or 1e-2."""
    if type(answer) in (int, float):
        return float(answer)
    text = str(answer).strip().replace("\\u2212", "-").replace(",", ".")
    return float(text.rstrip("% ")) / (100 if text.endswith("%") else 1)


def _same(got, expected, rel, abs_):
    """Return whether plain values are the same, numbers within a tolerance."""
    if type(expected) in (list, tuple):
        alike = type(got) in (list, tuple) and len(got) == len(expected)
        return alike and all(_same(g, e, rel, abs_) for g, e in zip(got, expected))
    if type(expected) is dict:
        return type(got) is dict and got.keys() == expected.keys() and all(
            _same(got[key], expected[key], rel, abs_) for key in expected
        )
    if type(expected) in (int, float):
        return type(got) in (int, float) and math.isclose(got, expected, rel_tol=rel, abs_tol=abs_)
    return type(got) is type(expected) and got == expected
'''


def source_notebook(assignment: Assignment, secret: bytes) -> Any:
    """Return the notebook from which nbgrader makes the student's version."""
    cells = [new_markdown_cell(f"# {assignment.name}"), _locked("helpers", HELPERS, 0)]
    taken = [question for question in assignment.questions if question.kind != "goal"]
    for number, question in enumerate(taken, start=1):
        seed = assignment.seed(secret, SAME_FOR_ALL, question.slug)
        cells += _question(number, question, seed)
    for place, cell in enumerate(cells):
        cell["id"] = f"cell-{place}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def _question(number: int, question: Question, seed: str) -> Iterator[Any]:
    prompt, *_others = question_cells(number, question, seed)
    yield prompt
    if question.kind == "open":
        cell = new_markdown_cell(untouched())
        cell.metadata["nbgrader"] = _marks(
            question.slug, question.points, grade=True, solution=True
        )
        yield cell
        return
    answer = new_code_cell(_solution(question, seed))
    answer.metadata["nbgrader"] = _marks(question.slug, 0, grade=False, solution=True)
    yield answer
    yield _locked(f"check-{question.slug}", _checks(question, seed), question.points)


def _solution(question: Question, seed: str) -> str:
    text = right_answer(question, seed)
    if question.kind in ("code", "data"):
        return text
    return f"# answer = …\n{BEGIN}\n{text}\n{END}"


def _checks(question: Question, seed: str) -> str:
    task: Any = question.exercise.task
    if question.kind in ("code", "data"):
        return _case_checks(task, seed)
    return "\n".join(
        ["### BEGIN HIDDEN TESTS", _answer_check(question, task, seed), "### END HIDDEN TESTS"]
    )


def _answer_check(question: Question, task: Any, seed: str) -> str:
    if question.kind in ("number", "seeded"):
        value, width = task.case(seed).answer
        return f"assert abs(_number(answer) - {value!r}) <= {width * 1.000001!r}"
    wanted = right_answer(question, seed).removeprefix("answer = ")
    if getattr(task, "labels", ()):
        return f"assert _same(list(answer), {wanted}, 0.0, 0.0)"
    letters = 'answer.replace(",", " ").lower().split()'
    joined = f"sorted({letters})" if question.kind == "choice" else letters
    return f"assert {joined} == {wanted}.split()"


def _case_checks(task: Any, seed: str) -> str:
    """Return the shown cases as plain tests, the others as hidden ones."""
    setup = [f"{name} = {value!r}" for name, value in task.given.items()]
    shown: list[str] = []
    hidden: list[str] = []
    for case in task.cases(seed):
        line = f"assert _same({case.call}, {task.expected(case)!r}, {task.rel!r}, {task.abs!r})"
        (shown if case.show else hidden).append(line)
    return "\n".join([*setup, *shown, "### BEGIN HIDDEN TESTS", *hidden, "### END HIDDEN TESTS"])


def _locked(name: str, text: str, points: int) -> Any:
    cell = new_code_cell(text)
    graded = points > 0
    cell.metadata["nbgrader"] = _marks(name, points, grade=graded, solution=False, locked=True)
    return cell


def _marks(
    name: str, points: int, *, grade: bool, solution: bool, locked: bool = False
) -> dict[str, Any]:
    marks = {
        "schema_version": 3,
        "grade_id": name,
        "grade": grade,
        "solution": solution,
        "locked": locked,
        "task": False,
    }
    return marks | ({"points": points} if grade else {})
