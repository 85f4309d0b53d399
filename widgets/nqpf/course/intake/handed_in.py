"""Find the answers in what a student handed in: a notebook, a script or a Markdown file.

Every question has a marker that the student is asked to keep. Whatever else happened to the file
(cells deleted, copied, moved, edited, a foreign kernel, megabytes of output) costs at most the
questions whose markers are gone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

CODE_MARK = re.compile(r"^[ \t]*#[ \t]*question:[ \t]*([\w-]+)[ \t]*$", re.MULTILINE)
TEXT_MARK = re.compile(r"<!--[ \t]*question:[ \t]*([\w-]+)[ \t]*-->")
STUDENT_MARK = re.compile(r"<!--[ \t]*student:[ \t]*([^<>\n]{1,100}?)[ \t]*-->")
LONGEST = 200_000  # characters of one answer
MOST_TEXT, MOST_LINES = 200_000, 5_000
"""How much of a script or Markdown file is read: such a file holds no output, and jupytext takes
minutes for a file of many thousand cells."""


class Unreadable(ValueError):
    """A file that holds no answers that could be read; the message says why."""


@dataclass(frozen=True)
class Answer:
    """What stands in a question's cell, without its marker, and remarks about it."""

    text: str
    is_code: bool
    remarks: tuple[str, ...] = ()


@dataclass
class HandedIn:
    """The answers of one file by question, the student it names, and remarks."""

    answers: dict[str, Answer] = field(default_factory=dict)
    student: str = ""
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Cell:
    text: str
    is_code: bool


def read_answers(path: str, data: bytes) -> HandedIn:
    """Return the answers in a file; raise `Unreadable` with the reason if there can be none."""
    if not data.strip():
        raise Unreadable("the file is empty")
    text, remark = _decoded(data)
    suffix = PurePosixPath(path).suffix.lower()
    cells = list(_notebook_cells(text) if suffix == ".ipynb" else _text_cells(text, suffix))
    handed = HandedIn(remarks=[remark] if remark else [])
    for cell in cells:
        _take(handed, cell)
    if not handed.answers:
        raise Unreadable("no cell has the marker of a question")
    return handed


def _take(handed: HandedIn, cell: _Cell) -> None:
    named = STUDENT_MARK.search(cell.text)
    if named and not handed.student:
        handed.student = named[1]
    mark = CODE_MARK if cell.is_code else TEXT_MARK
    slugs = list(dict.fromkeys(mark.findall(cell.text)))
    if not slugs:
        return
    remarks = []
    if len(slugs) > 1:
        remarks.append("two questions share a cell: all of it was read for each")
    text = mark.sub("", cell.text).strip("\n")
    if len(text) > LONGEST:
        text = text[:LONGEST]
        remarks.append("the answer was cut: it is very long")
    for slug in slugs:
        earlier = handed.answers.get(slug)
        if earlier and earlier.text.strip() != text.strip():
            remarks.append("the question stands in two cells: the last one counts")
        handed.answers[slug] = Answer(text, cell.is_code, tuple(remarks))


def _decoded(data: bytes) -> tuple[str, str]:
    for start, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(start):
            return data.decode(encoding, "replace"), "the file was not UTF-8; it was read as UTF-16"
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace"), "the file was not UTF-8; letters may be wrong"


def _notebook_cells(text: str) -> Iterator[_Cell]:
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"the notebook is not JSON: {str(error)[:100]}") from error
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise Unreadable("the notebook has no cells")
    for cell in cells:
        if isinstance(cell, dict) and cell.get("cell_type") in ("code", "markdown", "raw"):
            yield _Cell(_source(cell.get("source")), cell["cell_type"] == "code")


def _source(source: Any) -> str:
    lines = source if isinstance(source, list) else [source]
    return "".join(line for line in lines if isinstance(line, str))


def _text_cells(text: str, suffix: str) -> Iterator[_Cell]:
    import jupytext

    if len(text) > MOST_TEXT or text.count("\n") > MOST_LINES:
        raise Unreadable(f"the file is longer than {MOST_LINES:,} lines or {MOST_TEXT:,} letters")
    form = "py:percent" if suffix == ".py" else "md:myst" if "{code-cell}" in text else "md"
    try:
        notebook = jupytext.reads(text, fmt=form)
    except Exception as error:  # jupytext passes on whatever its parsers raise
        raise Unreadable(f"the file could not be read as a notebook: {str(error)[:100]}") from error
    for cell in notebook.cells:
        yield _Cell(_source(cell.get("source")), cell.get("cell_type") == "code")
