"""Open answers: a sheet to fill in with the answers and the rubric, merged back into the marks."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

from nqpf.course.assignment import Assignment
from nqpf.course.grading import Outcome
from nqpf.course.marking import Mark
from nqpf.course.tables import write_table
from nqpf.words import _

COLUMNS = ["student", "question", "answer", "criteria", "levels", "comment"]


class RubricError(ValueError):
    """The sheet holds something that is no level; the message names file and row."""


def write_rubric(assignment: Assignment, outcome: Outcome, path: Path) -> None:
    """Write a row for each open answer; what was filled in before stays."""
    before = {(r["student"], r["question"]): r for r in _read(path)}
    records = []
    for question in assignment.questions:
        if question.kind != "open":
            continue
        for one in outcome.graded:
            mark = one.marks.get(question.slug)
            if mark is None or not mark.answer:
                continue
            kept = before.get((one.student.id, question.slug), {})
            records.append(
                {
                    "student": one.student.id,
                    "question": question.slug,
                    "answer": mark.answer,
                    "criteria": _criteria(question.exercise.task),
                    "levels": kept.get("levels", ""),
                    "comment": kept.get("comment", ""),
                }
            )
    if records:
        write_table(path, COLUMNS, records)


def merge_rubric(assignment: Assignment, outcome: Outcome, path: Path) -> None:
    """Put the levels of a filled-in sheet into the marks.

    ``levels`` holds one whole number for each criterion, such as ``2 0 1``. Raises `RubricError`.
    """
    filled = {}
    for number, row in enumerate(_read(path), start=2):
        if row["levels"].strip():
            filled[row["student"], row["question"]] = (number, row)
    for question in assignment.questions:
        for one in outcome.graded:
            found = filled.get((one.student.id, question.slug))
            if found and question.slug in one.marks:
                mark = one.marks[question.slug]
                one.marks[question.slug] = _marked(mark, question.exercise.task, path, *found)


def _marked(mark: Mark, task: Any, path: Path, number: int, row: dict[str, str]) -> Mark:
    most = [len(criterion.levels) - 1 for criterion in task.criteria]
    try:
        levels = [int(text) for text in row["levels"].replace(",", " ").split()]
    except ValueError:
        levels = []
    fits = len(levels) == len(most) and all(0 <= a <= b for a, b in zip(levels, most, strict=False))
    if not fits:
        wanted = " ".join(f"0-{highest}" for highest in most)
        raise RubricError(f"{path}, row {number}: levels {row['levels']!r}; expected {wanted}.")
    lines = [
        f"* {criterion.name}: {criterion.levels[level]}"
        for criterion, level in zip(task.criteria, levels, strict=True)
    ]
    message = "\n".join([*lines, "", row["comment"]]).strip()
    score = round(mark.points * sum(levels) / sum(most), 4)
    return replace(mark, score=score, message=message, tag="read")


def _criteria(task: Any) -> str:
    return " | ".join(
        f"{criterion.name}: " + ", ".join(f"{n} = {t}" for n, t in enumerate(criterion.levels))
        for criterion in task.criteria
    )


def _read(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    text = path.read_bytes().decode("utf-8-sig", "replace")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    if rows and not set(COLUMNS[:2] + COLUMNS[4:]) <= set(rows[0]):
        raise RubricError(_("{path} lacks a column of the sheet.").format(path=path))
    return [{name: row.get(name) or "" for name in COLUMNS} for row in rows]
