"""What a student gets: the questions as a notebook, as a script and as Markdown.

No solution, no hidden case and no seed is in them; figures are filled in.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from nqpf.course.assignment import Assignment, Question
from nqpf.course.intake.handed_in import MARK, HandedOut, squeezed
from nqpf.course.intake.roster import Student
from nqpf.exercises.choosing import LETTERS
from nqpf.exercises.figures import fill
from nqpf.exercises.kinds.change import Change
from nqpf.exercises.shown.text import conditions
from nqpf.words import _, plural

FORMS = {"ipynb": "ipynb", "py": "py:percent", "md": "md:myst"}


def notebook(assignment: Assignment, student: Student | None, secret: bytes) -> Any:
    """Return the notebook of a student, or the one for all."""
    from nbformat.v4 import new_markdown_cell, new_notebook

    cells = [new_markdown_cell(_front(assignment, student))]
    who = student.id if student else ""
    for number, question in enumerate(assignment.questions, start=1):
        cells += question_cells(number, question, assignment.seed(secret, who, question.slug))
    for place, cell in enumerate(cells):
        cell["id"] = f"cell-{place}"  # the same file each time it is made
    return new_notebook(cells=cells, metadata=_metadata())


def written(book: Any, form: str) -> str:
    """Return a notebook as the text of a file: ``ipynb``, ``py`` or ``md``."""
    if form == "ipynb":
        import nbformat

        return str(nbformat.writes(book)) + "\n"
    import jupytext

    made = _titled(book) if form == "py" else book
    return str(jupytext.writes(made, fmt=FORMS[form]))


def _titled(book: Any) -> Any:
    """Return a notebook whose markers are the cells' titles: ``# %% question: …`` in a script.

    Editors list their cells by these, and jupytext keeps them whatever it is asked to write.
    """
    book = copy.deepcopy(book)
    for cell in book.cells:
        found = MARK.match(cell["source"])
        if found:
            cell["source"] = cell["source"][found.end() :].lstrip("\n")
            cell["metadata"]["title"] = f"question: {found[1] or found[2]}"
    return book


def question_cells(number: int | str, question: Question, seed: str) -> list[Any]:
    """Return a question's prompt and the cell to answer in."""
    from nbformat.v4 import new_code_cell, new_markdown_cell

    return [
        new_code_cell(text) if kind == "code" else new_markdown_cell(text)
        for kind, text in question_texts(number, question, seed)
    ]


def question_texts(number: int | str, question: Question, seed: str) -> list[tuple[str, str]]:
    """Return the cells of a question, each with its kind: grading needs no more of a notebook."""
    one, task = question.exercise, question.exercise.task
    points = plural("{points} point", "{points} points", question.points)
    counted = _(" ({note})").format(note=points.format(points=question.points))
    head = f"## {number}. {one.title}{counted}"
    figures = task.figures(seed)
    parts = [head, fill(one.prompt, figures), *(fill(text, figures) for text in choices(task))]
    prompt = ("markdown", "\n\n".join(parts))
    if question.kind == "open":
        text = f"<!-- question: {question.slug} -->\n{untouched()}"
        return [prompt, ("markdown", text), *_rubric(task)]
    code = ("code", f"# question: {question.slug}\n{_starter(question)}")
    return [prompt, code, *_self_check(question)]


def handed_out(assignment: Assignment, student: str, secret: bytes) -> HandedOut:
    """Return what a student got, to tell it from what the student wrote."""
    texts = set()
    for number, question in enumerate(assignment.questions, start=1):
        seed = assignment.seed(secret, student, question.slug)
        for _kind, text in question_texts(number, question, seed):
            texts.add(squeezed(MARK.sub("", text)))
    return HandedOut({q.slug: q.kind for q in assignment.questions}, frozenset(texts))


def untouched() -> str:
    """Return what stands where an answer in words is to be written."""
    return _("*Write your answer here.*")


def _front(assignment: Assignment, student: Student | None) -> str:
    lines = [f"# {assignment.name}"]
    if student:
        lines.append(f"**{student.name or student.id}** <!-- student: {student.id} -->")
    lines += dates(assignment)
    lines.append(
        _(
            "Answer in the cells that begin with “question:” and keep that line: your answers are "
            "found by it. Everything else in this file is yours to change. Hand in this one file "
            "as .ipynb, .py or .md; if you hand in twice, the later one counts."
        )
    )
    return "\n\n".join(lines)


def dates(assignment: Assignment) -> list[str]:
    """Return when the work may begin and when it ends, and what it counts, where that is set."""
    moments = [(_("From: {when}."), assignment.release), (_("Due: {when}."), assignment.due)]
    said = [text.format(when=f"{when:%Y-%m-%d %H:%M %Z}") for text, when in moments if when]
    return [" ".join([*said, all_points(assignment.points)])] if said else []


def all_points(points: int | str) -> str:
    """Return what all questions count together, as a sentence."""
    return _("Points: {points}.").format(points=points)


def choices(task: Any) -> Sequence[str]:
    """Return the options or lines of a question with letters, or what a model is held to."""
    listed = getattr(task, "options", None) or getattr(task, "lines", None) or ()
    labels = getattr(task, "labels", ())
    if isinstance(task, Change):
        return ["\n".join(conditions(task)).rstrip()]
    texts = [str(getattr(item, "text", item)) for item in listed]
    lines = [f"({LETTERS[place]}) {text}" for place, text in enumerate(texts)]
    if labels:
        lines.append(_("Labels: {labels}.").format(labels=_("; ").join(labels)))
    return lines


def _starter(question: Question) -> str:
    task = question.exercise.task
    if question.exercise.is_code:
        return str(getattr(task, "starter", "")).rstrip()
    hints = {
        "number": _number_hint(task),
        "seeded": _number_hint(task),
        "choice": _('a letter, such as "a", or letters, such as "a c"'),
        "order": _('the letters in order, such as "c a b"'),
        "goal": _("the link to the setting, copied from the explorer"),
    }
    if getattr(task, "labels", ()):
        hints["choice"] = _('one label for each statement, in order: ["…", "…"]')
    return f"answer = None  # {hints[question.kind]}"


def _number_hint(task: Any) -> str:
    """Return how a number is given: the unit that a bare number has is the one asked for."""
    unit = str(getattr(task, "unit_words", ""))
    if not unit:
        return _("a number, such as 1.5")
    if getattr(task, "is_rate", False):
        return _('a number in {unit}, such as 1.5 or "1.5 %"').format(unit=unit)
    return _("a number ({unit}), such as 1.5").format(unit=unit)


def _self_check(question: Question) -> list[tuple[str, str]]:
    """Return a cell that runs the cases that students may see."""
    task: Any = question.exercise.task
    shown = [case.call for case in getattr(task, "fixed", ()) if case.show]
    if not shown:
        return []
    lines = [_("# What your function gives for the cases that are shown:")]
    dataset = getattr(task, "dataset", "")
    if dataset:
        lines += _table(dataset, task.given["rows"])
    return [("code", "\n".join([*lines, *(f"print({call!r}, {call})" for call in shown)]))]


def _table(name: str, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return code that holds a table, so that the file needs nothing but Python."""
    said = _("The table {name}: a dictionary for each row.").format(name=name)
    values = [f"    {tuple(row.values())!r}," for row in rows]
    made = "rows = [dict(zip(columns, row)) for row in table]"
    return [f"# {said}", f"columns = {list(rows[0])!r}", "table = [", *values, "]", made]


def _rubric(task: Any) -> list[tuple[str, str]]:
    names = [criterion.name for criterion in getattr(task, "criteria", ())]
    text = _("Your answer is marked on: {criteria}.").format(criteria=_("; ").join(names))
    return [("markdown", text)] if names else []


def _metadata() -> dict[str, Any]:
    return {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
