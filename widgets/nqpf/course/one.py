"""Grade one submission, as Gradescope asks for it: ``python -m nqpf.course.one SOURCE IN OUT``.

Whose it is does not matter there: figures are those that everybody gets, unless the file names its
student. Seed, assignment, exercises and the submission are put out of reach of the student's code.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from nqpf.course.assignment import load
from nqpf.course.grading import Graded, Rules, Work, is_late, mark_file
from nqpf.course.intake import age, take_in
from nqpf.course.intake.files import Damaged
from nqpf.course.intake.handed_in import Unreadable, read_answers
from nqpf.course.intake.roster import Roster, Student
from nqpf.course.marking import NOT_RUN
from nqpf.course.reports import gradescope
from nqpf.course.student_files import handed_out
from nqpf.whole import write_whole
from nqpf.words import _

OWNER_ONLY = 0o700


def main(source: Path, handed_in: Path, out: Path) -> None:
    """Write results.json for the file that answers most, and of these the newest."""
    hidden = (source / "seed.txt", source / "assignment", source / "chapters", handed_in)
    for path in hidden:
        if os.name == "posix" and os.getuid() == 0 and path.exists():
            path.chmod(OWNER_ONLY)
    assignment = load(source / "assignment")
    secret = (source / "seed.txt").read_bytes()
    intake = take_in(handed_in, Roster())
    ranked = []
    for one in intake.submissions:
        try:
            owner = read_answers(one.path, data := one.read()).student
            read = read_answers(one.path, data, handed_out(assignment, owner, secret))
        except (Unreadable, Damaged):
            ranked.append(((-1, *age(one)), one, ""))
        else:
            ranked.append(((read.touched, *age(one)), one, owner))
    unread = _("{file} was not read: {why}")
    remarks = [unread.format(file=item.path, why=item.why) for item in intake.left_out]
    graded = Graded(Student(""), remarks=[_("no file with answers was handed in"), *remarks])
    if ranked:
        _rank, best, owner = max(ranked, key=lambda found: found[0])
        slugs = tuple(question.slug for question in assignment.questions)
        rules = Rules(hidden=hidden)
        work = Work(assignment, secret, owner, best.path, best.read(), slugs, rules)
        marks = {mark.slug: mark for mark in mark_file(work)}
        remarks += [remark for mark in marks.values() for remark in mark.remarks]
        other = _("{file} does not count")
        remarks += [other.format(file=one.path) for _rank, one, _owner in ranked if one is not best]
        if any(mark.tag in NOT_RUN for mark in marks.values()):
            remarks.insert(0, _("code was not run: this machine cannot keep it from the answers"))
        graded = Graded(Student(owner), best.path, marks, remarks, is_late(best, None))
    write_whole(out / "results.json", json.dumps(gradescope(assignment, graded)))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
