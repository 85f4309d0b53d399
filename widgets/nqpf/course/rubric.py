"""Open answers: a sheet to fill in, taken over into the gradebook before it is written anew.

A reading belongs to the text that was read. The sheet comes back from spreadsheet programs with
other separators, encodings and ids; a row is known by its own name in the column ``row``, which
none of them changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nqpf.course.assignment import Assignment, Question
from nqpf.course.gradebook import Gradebook, Reading, key_of
from nqpf.course.grading import Graded, Outcome
from nqpf.course.marking import WAITING, Mark
from nqpf.course.tables import TableError, read_table, table_text
from nqpf.course.views import write_view
from nqpf.course.workbook import write_workbook
from nqpf.words import _

COLUMNS = {
    "student": 16, "question": 18, "answer": 70, "criteria": 40, "levels": 10, "comment": 40,
    "earlier": 20, "row": 14,
}  # fmt: skip
"""The columns of the sheet, and how wide they are in Excel."""
SHEETS = ("rubric.csv", "rubric.xlsx")
"""The sheet is written twice: whichever is filled in is taken over."""
NEEDED = {"student", "question", "levels", "comment"}
WITHDRAWN = ("-", "–", "—", "−")
"""What stands in ``levels`` to take a reading back."""


class RubricError(ValueError):
    """The sheet holds something that cannot be taken over; the message names file and rows."""


@dataclass(frozen=True)
class _Row:
    number: int
    cells: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    @property
    def filled(self) -> bool:
        """Whether a lecturer wrote something into this row."""
        return bool(self["levels"].strip() or self["comment"].strip())


def take_over(assignment: Assignment, outcome: Outcome, book: Gradebook, folder: Path) -> None:
    """Keep in the gradebook what a lecturer filled in; nothing is kept if a row is not understood.

    ``levels`` holds one whole number for each criterion, such as ``2 0 1``. Raises `RubricError`
    that names every row to mend; the sheets stay as they are.
    """
    keys = [
        (o.student.id, q.slug, _text_key(m.answer)) for q, o, m in _open_marks(assignment, outcome)
    ]
    book.know_rows((_row_name(*key), *key) for key in keys)
    news: dict[tuple[str, str, str], tuple[str, Reading]] = {}
    wrong = []
    for path in (folder / name for name in SHEETS):
        for row in _rows(path):
            where = f"{path}, row {row.number}"
            try:
                reading = _reading(assignment, book, row) if row.filled else None
                if reading and reading != book.reading(*reading.of):
                    other, before = news.setdefault(reading.of, (where, reading))
                    if before != reading:
                        raise RubricError(f"{other} reads the same answer otherwise; keep one.")
            except RubricError as error:
                wrong.append(f"{where}: {error}")
    if wrong:
        raise RubricError(f"{' '.join(wrong)} Nothing was taken over and nothing changed.")
    book.take_over(reading for _where, reading in news.values())


def _reading(assignment: Assignment, book: Gradebook, row: _Row) -> Reading:
    student, slug, text = _meant(assignment, book, row)
    levels = row["levels"].strip()
    if levels in WITHDRAWN:
        return Reading(student, slug, text, "", row["comment"].strip())
    if levels:
        task = next(q.exercise.task for q in assignment.questions if q.slug == slug)
        levels = " ".join(map(str, _levels(levels, task)))
    return Reading(student, slug, text, levels, row["comment"].strip())


def _meant(assignment: Assignment, book: Gradebook, row: _Row) -> tuple[str, str, str]:
    """Return the student, question and text that a row stands for."""
    known = book.row(row["row"].strip())
    if known:
        return known
    question = row["question"].strip()
    rows = [one for one in book.rows() if one[1] == question]
    if not rows:
        known_ones = ", ".join(q.slug for q in assignment.questions if q.kind == "open")
        raise RubricError(f"there is no open question {question!r}, only {known_ones}.")
    student = row["student"].strip()
    same = {one[0] for one in rows if one[0] == student}
    same = same or {one[0] for one in rows if _as_number(one[0]) == _as_number(student) != ""}
    found = [one for one in rows if one[0] in same]
    if len(same) != 1:
        raise RubricError(
            f"the student {student!r} is nobody whose answer waits here. Write the id as text, or "
            "leave the column “row” as it was."
        )
    texts = [one for one in found if not row["answer"] or one[2] == _text_key(row["answer"])]
    return (texts or found)[-1]


def _as_number(identity: str) -> str:
    """Return an id as a spreadsheet keeps it that takes it for a number, or nothing."""
    text = identity.strip().replace(",", ".")
    if re.fullmatch(r"\d+(\.0)?", text):
        return text.partition(".")[0].lstrip("0") or "0"
    return ""


def _levels(text: str, task: Any) -> list[int]:
    most = [len(criterion.levels) - 1 for criterion in task.criteria]
    parts = [part for part in re.split(r"[\s,，;；、/|]+", text) if part]
    whole = [re.sub(r"[.]0$", "", part) for part in parts]
    levels = [int(part) for part in whole if re.fullmatch(r"[0-9０-９]+", part)]
    fits = len(levels) == len(parts) == len(most)
    if not (fits and all(a <= b for a, b in zip(levels, most, strict=True))):
        wanted = " ".join(f"0-{highest}" for highest in most)
        raise RubricError(f"levels {text!r}; expected {wanted}.")
    return levels


def merge_rubric(assignment: Assignment, outcome: Outcome, book: Gradebook) -> None:
    """Put what was read into the marks: of each answer, the reading of this very text."""
    for question in assignment.questions:
        for one in outcome.graded:
            mark = one.marks.get(question.slug)
            if mark is None or mark.tag != WAITING:
                continue
            reading = book.reading(one.student.id, question.slug, _text_key(mark.answer))
            if reading and reading.levels:
                one.marks[question.slug] = _marked(mark, question.exercise.task, reading)
            elif book.earlier_reading(one.student.id, question.slug, _text_key(mark.answer)):
                remark = _("{question} was read before, and the answer has changed since")
                one.remarks.append(remark.format(question=question.slug))


def _marked(mark: Mark, task: Any, reading: Reading) -> Mark:
    levels = _levels(reading.levels, task)
    most = [len(criterion.levels) - 1 for criterion in task.criteria]
    lines = [
        f"* {criterion.name}: {criterion.levels[level]}"
        for criterion, level in zip(task.criteria, levels, strict=True)
    ]
    message = "\n".join([*lines, "", reading.comment]).strip()
    score = round(mark.points * sum(levels) / sum(most), 4)
    return replace(mark, score=score, message=message, tag="read")


def write_rubric(
    assignment: Assignment, outcome: Outcome, book: Gradebook, folder: Path
) -> list[Path]:
    """Write a row for each open answer, with what was read of it and of an earlier text.

    Returns where old sheets are kept that somebody had edited.
    """
    records = []
    for question, one, mark in _open_marks(assignment, outcome):
        key = _text_key(mark.answer)
        reading = book.reading(one.student.id, question.slug, key)
        before = book.earlier_reading(one.student.id, question.slug, key)
        records.append(
            {
                "student": one.student.id,
                "question": question.slug,
                "answer": mark.answer,
                "criteria": _criteria(question.exercise.task),
                "levels": reading.levels if reading else "",
                "comment": reading.comment if reading else "",
                "earlier": _earlier(before),
                "row": _row_name(one.student.id, question.slug, key),
            }
        )
    if not records:
        return []
    table, workbook = (folder / name for name in SHEETS)
    kept = [
        write_view(table, table_text(list(COLUMNS), records), book, "utf-8-sig"),
        write_workbook(workbook, COLUMNS, records, book),
    ]
    return [path for path in kept if path]


def _open_marks(
    assignment: Assignment, outcome: Outcome
) -> Iterator[tuple[Question, Graded, Mark]]:
    for question in assignment.questions:
        for one in outcome.graded if question.kind == "open" else ():
            mark = one.marks.get(question.slug)
            if mark and mark.answer:
                yield question, one, mark


def _row_name(student: str, slug: str, key: str) -> str:
    """Return a name that no spreadsheet takes for a number or a date."""
    return f"r{key_of(student, slug, key)[:10]}"


def _earlier(reading: Reading | None) -> str:
    if reading is None:
        return ""
    return f"{reading.levels} {reading.comment}".strip() + _(" (for an earlier text)")


def _criteria(task: Any) -> str:
    return " | ".join(
        f"{criterion.name}: " + ", ".join(f"{n} = {t}" for n, t in enumerate(criterion.levels))
        for criterion in task.criteria
    )


def _text_key(answer: str) -> str:
    """Return what tells one answer from another, whatever a spreadsheet does to blanks."""
    return key_of(" ".join(answer.split()))[:20]


def _rows(path: Path) -> Iterator[_Row]:
    try:
        table = read_table(path)
    except FileNotFoundError:
        return
    except TableError as error:
        raise RubricError(str(error)) from error
    place = next((n for n, (_n, cells) in enumerate(table) if _titles(cells) >= NEEDED), None)
    if place is None:
        if table:
            lacking = ", ".join(sorted(NEEDED - _titles(table[0][1])))
            raise RubricError(
                _("{path} lacks a column of the sheet: {columns}. Nothing was changed.").format(
                    path=path, columns=lacking
                )
            )
        return
    titles = [cell.strip().lower() for cell in table[place][1]]
    for number, cells in table[place + 1 :]:
        yield _Row(number, dict(zip(titles, cells, strict=False)))


def _titles(cells: list[str]) -> set[str]:
    return {cell.strip().lower() for cell in cells}
