"""Write an assignment: what to hand out, what to keep, and what to print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nqpf.course.assignment import SAME_FOR_ALL, Assignment, AssignmentError
from nqpf.course.intake.roster import Student, file_name
from nqpf.course.paper import paper
from nqpf.course.reference import answer_rows, marking_guide, reference
from nqpf.course.student_files import FORMS, notebook, written
from nqpf.course.tables import write_table
from nqpf.whole import write_whole


def write_assignment(assignment: Assignment, secret: bytes, folder: Path) -> Path:
    """Write the assignment's folder and return it.

    Raises `AssignmentError` if the folder holds another assignment's record.
    """
    record = folder / "instructor" / "assignment.json"
    if record.exists():
        raise AssignmentError(f"{folder} exists already: choose another name or remove it.")
    for student, place in _editions(assignment, folder / "student"):
        book = notebook(assignment, student, secret)
        for form in FORMS:
            write_whole(place / f"{assignment.name}.{form}", written(book, form))
    keep = folder / "instructor"
    book = reference(assignment, secret, SAME_FOR_ALL)
    write_whole(keep / f"{assignment.name}-reference.ipynb", written(book, "ipynb"))
    write_whole(keep / "marking-guide.md", marking_guide(assignment, secret))
    columns, rows = answer_rows(assignment, secret)
    write_table(keep / "answers.csv", columns, rows, as_they_are=columns[1:])  # to be pasted
    write_whole(folder / "paper" / f"{assignment.name}.html", paper(assignment, secret, key=False))
    write_whole(
        folder / "paper" / f"{assignment.name}-key.html", paper(assignment, secret, key=True)
    )
    assignment.save(keep)
    return folder


def _editions(assignment: Assignment, folder: Path) -> Iterator[tuple[Student | None, Path]]:
    """Return the notebook for all, or one for each student with figures of their own."""
    if not assignment.own_figures:
        yield None, folder
        return
    for student in assignment.students:
        yield student, folder / file_name(student.id)
