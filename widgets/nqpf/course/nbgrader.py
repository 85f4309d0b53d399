"""An assignment as a source notebook for nbgrader.

nbgrader runs its tests in the student's process: hidden tests can be read there, and code that
replaces the checks passes. ``nqpf grade`` has neither weakness; this is for courses that are set up
with nbgrader already. Everybody gets the same figures; goals need an explorer and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from nqpf.course.assignment import SAME_FOR_ALL, Assignment, Question
from nqpf.course.platforms import Fate, needs_python
from nqpf.course.reference import right_answer
from nqpf.course.student_files import question_cells, untouched
from nqpf.exercises import choosing, comparing, reading
from nqpf.exercises.kinds.code import BEGIN, END
from nqpf.places import PACKAGE
from nqpf.words import _

RULES = (comparing, reading, choosing)
"""The modules whose text goes into the notebook: the rules by which every door reads answers."""
HELPERS = """\
# Used by the checks below; leave this cell as it is.
import sys
import types

nqpf_rules = sys.modules["nqpf_rules"] = types.ModuleType("nqpf_rules")
exec(r\'\'\'
{rules}
\'\'\', nqpf_rules.__dict__)
"""
CHECKS = '''\
def number_is(answer, value, width, units):
    """Return whether a number, or a text with one, can be read as a value."""
    answer = as_plain(answer)
    if isinstance(answer, (int, float)) and not isinstance(answer, bool):
        found = number_readings(answer, units)
    else:
        found = readings(str(answer), units)
    return any(within(one.value, value, width) for one in found)


TABLES = {}


def keep(name, rows):
    """Keep a table as it was before any code of a student could change it."""
    TABLES[name] = copy.deepcopy(rows)


def code_is(call, names, given, expected, rel, abs_):
    """Return whether a call gives what is expected, with tables that nothing before has changed."""
    got = eval(call, {**names, **copy.deepcopy(given)})
    return same(got, expected, rel=rel, abs_=abs_)
'''


def fates(assignment: Assignment) -> list[Fate]:
    """Return what becomes of each question in nbgrader."""
    return [_fate(question) for question in assignment.questions]


def _fate(question: Question) -> Fate:
    if question.kind in ("goal", "change"):
        return Fate(question, "", needs_python(question))
    if question.kind == "open":
        return Fate(question, _("cell in words"), _("marked by hand"), question.points)
    return Fate(question, _("cell and check"), "", question.points)


def exported(assignment: Assignment) -> list[Question]:
    """Return the questions that nbgrader takes."""
    return [fate.question for fate in fates(assignment) if fate.becomes]


def source_notebook(assignment: Assignment, secret: bytes) -> Any:
    """Return the notebook from which nbgrader makes the student's version."""
    cells = [new_markdown_cell(f"# {assignment.name}"), _locked("helpers", helpers(), 0)]
    for number, question in enumerate(exported(assignment), start=1):
        seed = assignment.seed(secret, SAME_FOR_ALL, question.slug)
        cells += _question(number, question, seed)
    for place, cell in enumerate(cells):
        cell["id"] = f"cell-{place}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def helpers() -> str:
    """Return the cell with the rules of reading and comparing, as a module of their own.

    A student's names cannot collide with theirs.
    """
    texts = [
        (PACKAGE / "exercises" / f"{module.__name__.rpartition('.')[2]}.py").read_text("utf-8")
        for module in RULES
    ]
    first = "from __future__ import annotations\n"
    body = "\n\n".join(text.replace(first, "") for text in [*texts, CHECKS])
    return HELPERS.replace("{rules}", f"{first}import copy\n\n\n{body}".strip())


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
    if question.kind == "data":
        yield _locked(f"table-{question.slug}", _table(question), 0)
    answer = new_code_cell(_solution(question, seed))
    answer.metadata["nbgrader"] = _marks(question.slug, 0, grade=False, solution=True)
    yield answer
    yield _locked(f"check-{question.slug}", _checks(question, seed), question.points)


def _table(question: Question) -> str:
    """Return the cell that holds a dataset's rows."""
    task: Any = question.exercise.task
    said = _("The table {name}, a dictionary for each row.").format(name=task.dataset)
    rows = [f"    {row!r}," for row in task.given["rows"]]
    keep = f"nqpf_rules.keep({question.slug!r}, rows)"
    return "\n".join([f"# {said}", "rows = [", *rows, "]", keep])


def _solution(question: Question, seed: str) -> str:
    text = right_answer(question, seed)
    if question.exercise.is_code:
        return text
    starter = question_cells(1, question, seed)[1]["source"].splitlines()[-1]
    return f"{starter}\n{BEGIN}\n{text}\n{END}"


def _checks(question: Question, seed: str) -> str:
    task: Any = question.exercise.task
    if question.exercise.is_code:
        return _case_checks(question, seed)
    return "\n".join(
        ["### BEGIN HIDDEN TESTS", _answer_check(question, task, seed), "### END HIDDEN TESTS"]
    )


def _answer_check(question: Question, task: Any, seed: str) -> str:
    if question.kind in ("number", "seeded"):
        value, width = task.case(seed).answer
        units = f"nqpf_rules.Units({dict(task.units.factors)!r}, {task.units.bare!r})"
        return f"assert nqpf_rules.number_is(answer, {value!r}, {width!r}, {units})"
    if getattr(task, "labels", ()):
        wanted = [option.truth for option in task.options]
        labels = f"{list(task.labels)!r}, {len(task.options)}"
        return f"assert nqpf_rules.labels_chosen(answer, {labels}) == {wanted!r}"
    if question.kind == "choice":
        wanted = [place for place, option in enumerate(task.options, start=1) if option.truth]
        return f"assert sorted(set(nqpf_rules.places(answer, {len(task.options)}))) == {wanted!r}"
    return "\n".join(_order_check(task))


def _order_check(task: Any) -> Iterator[str]:
    """Return a check that takes every right order, not only the one that is written down."""
    numbers = {line.place: number for number, line in enumerate(task.lines, start=1)}
    needed = {
        number: [numbers[place] for place in line.after]
        for number, line in enumerate(task.lines, start=1)
        if line.place is not None
    }
    yield f"needed = {needed!r}"
    yield f"order = nqpf_rules.places(answer, {len(task.lines)})"
    yield "assert sorted(order) == sorted(needed)"
    yield (
        "assert all(order.index(one) < order.index(line) for line in order for one in needed[line])"
    )


def _case_checks(question: Question, seed: str) -> str:
    """Return the shown cases as plain tests, the others as hidden ones."""
    task: Any = question.exercise.task
    shown: list[str] = []
    hidden: list[str] = []
    for case in task.cases(seed):
        expected = task.expected(case)
        given = repr(case.names)
        if case.names and case.names is task.given:
            given = f"{{'rows': nqpf_rules.TABLES[{question.slug!r}]}}"
        parts = f"{case.call!r}, globals(), {given}, {expected!r}, {task.rel!r}, {task.abs!r}"
        line = f"assert nqpf_rules.code_is({parts}), {case.message!r}"
        (shown if case.show else hidden).append(line)
    return "\n".join([*shown, "### BEGIN HIDDEN TESTS", *hidden, "### END HIDDEN TESTS"])


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
