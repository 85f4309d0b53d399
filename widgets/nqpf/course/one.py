"""Grade one submission, as Gradescope asks for it: ``python -m nqpf.course.one SOURCE IN OUT``.

Whose it is does not matter there: figures are those that everybody gets, unless the file names its
student.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from nqpf.course.assignment import load
from nqpf.course.grading import Graded, Rules, Work, is_late, mark_file
from nqpf.course.intake import latest, take_in
from nqpf.course.intake.handed_in import Unreadable, read_answers
from nqpf.course.intake.roster import Roster, Student
from nqpf.course.reports import gradescope
from nqpf.course.tables import write_whole


def main(source: Path, handed_in: Path, out: Path) -> None:
    """Write results.json for the newest readable file."""
    assignment = load(source / "assignment")
    secret = (source / "seed.txt").read_bytes()
    found, _others = latest(take_in(handed_in, Roster()).submissions)
    graded = Graded(Student(""), remarks=["no notebook, script or Markdown file was handed in"])
    if found:
        newest = found[-1]
        data = newest.read()
        slugs = tuple(question.slug for question in assignment.questions)
        try:
            owner = read_answers(newest.path, data).student
        except Unreadable:
            owner = ""
        work = Work(assignment, secret, owner, newest.path, data, slugs, Rules())
        marks = {mark.slug: mark for mark in mark_file(work)}
        remarks = [remark for mark in marks.values() for remark in mark.remarks]
        graded = Graded(Student(owner), newest.path, marks, remarks, is_late(newest, None))
    write_whole(out / "results.json", json.dumps(gradescope(assignment, graded)))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
