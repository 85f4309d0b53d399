"""The cells of a notebook to take along: what only prepares is folded, exercises can be answered.

A page shows an exercise with its fields; in a notebook a cell to answer in stands below each.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nbformat.v4 import new_code_cell

from nqpf.exercises import find
from nqpf.exercises import folders as exercise_folders
from nqpf.exercises.kinds.code import Code
from nqpf.exercises.shown.text import call_of
from nqpf.words import _

if TYPE_CHECKING:
    from nbformat import NotebookNode

PREPARES = "remove-cell"
IMPORTS = "from nqpf.exercises import check, exercise, hint, solution"
SHOWING = {"exercise", "display"}


def taken_along(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Return the cells of a page as those of its notebook."""
    return [made for cell in cells for made in _answerable(_folded(cell))]


def folded(source: str) -> NotebookNode:
    """Return a cell whose code is shown when a reader opens it."""
    cell: NotebookNode = new_code_cell(source, metadata={"jupyter": {"source_hidden": True}})
    return cell


def _folded(cell: NotebookNode) -> NotebookNode:
    if PREPARES in cell.metadata.get("tags", ()):
        cell.metadata["jupyter"] = {"source_hidden": True}
    return cell


def _answerable(cell: NotebookNode) -> Iterator[NotebookNode]:
    """Yield a cell, with a cell to answer in below each exercise that it shows."""
    shown = _exercises_in(cell.source) if cell.cell_type == "code" else []
    alone = bool(shown) and _calls(cell.source) <= SHOWING
    if not alone:
        yield cell
    for slug in shown:
        if alone:
            yield folded(f"exercise({slug!r})")
        yield answer_cell(slug)


def answer_cell(slug: str) -> NotebookNode:
    """Return the cell in which an exercise is answered, which says how and runs as it is."""
    exercise = find(slug)
    how = _("Write your answer as here, and run the cell: {call}").format(call=call_of(exercise))
    lines = [exercise.task.starter.rstrip(), ""] if isinstance(exercise.task, Code) else []
    cell: NotebookNode = new_code_cell("\n".join([*lines, f"# {how}", f"check({slug!r})"]))
    return cell


def _exercises_in(source: str) -> list[str]:
    """Return the exercises that a cell names, in order."""
    known = exercise_folders()
    return [
        str(node.value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and node.value in known
    ]


def _calls(source: str) -> set[str]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {ast.unparse(node.func) for node in calls}
