"""Settle whose each file is: by the platform's name, and by what the file says itself.

Where the two disagree, or two people hand in what is one person's, that is said, and nobody's work
replaces another's.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from nqpf.course.intake import Intake, Submission, weak_owner
from nqpf.course.intake.handed_in import Unreadable, read_answers
from nqpf.course.intake.roster import Roster, Student
from nqpf.words import _


@dataclass
class Owned:
    """Files with their owners, and what was found out about them.

    ``remarks`` are for a student and the lecturer, ``said`` for the lecturer; ``conflicts`` are
    students of whom two people handed in a file; ``marked`` are files that hold answers.
    """

    files: list[Submission] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    conflicts: set[str] = field(default_factory=set)
    marked: set[str] = field(default_factory=set)


def whose(intake: Intake, roster: Roster) -> Owned:
    """Return the files with their owners: one for each member of a group."""
    owned = Owned()
    claims: dict[str, list[Submission]] = {}
    for one in intake.submissions:
        if one.student is not None:
            owned.files += _for_each(one)
            continue
        inner = _inside(one, roster, owned)
        student = inner or weak_owner(one.path, roster)
        if student is None:
            owned.files.append(one)
        else:
            claims.setdefault(student.id, []).append(replace(one, student=student))
    named = {one.student.id: one for one in owned.files if one.student and one.holder}
    for name, found in claims.items():
        _settle(name, found, named.get(name), owned)
    return owned


def _settle(name: str, found: list[Submission], named: Submission | None, owned: Owned) -> None:
    """Give a student the files that name the student inside, unless two people handed them in."""
    holders = {one.holder for one in found if one.holder} | ({named.holder} if named else set())
    if len(holders) < 2:
        owned.files += found
        return
    people = ", ".join(sorted(holders))
    said = _(
        "{count} people handed in a file of {student} ({people}): each is marked in a row of its "
        "own. Rename the right one to the student's id, or take the other out."
    )
    owned.said.append(said.format(count=len(holders), student=name, people=people))
    remark = _("two people handed in a file that names {student}: {people}")
    remark = remark.format(student=name, people=people)
    if named is None:
        owned.conflicts.add(name)
    owned.remarks.append((name, remark))
    for one in found:
        assert one.student
        if named and one.holder == named.holder:
            owned.files.append(one)
            continue
        apart = Student(f"{name} ({one.holder})", "", "", frozenset({name}))
        owned.files.append(replace(one, student=apart, figures_of=name))
        owned.remarks.append((apart.id, remark))


def _for_each(one: Submission) -> list[Submission]:
    """Return a file once for each member of the group that handed it in."""
    members = list(dict.fromkeys(one.group))
    if len(members) < 2:
        return [one]
    try:
        inner = read_answers(one.path, one.read()).student
    except (Unreadable, OSError):
        inner = ""
    assert one.student
    figures = next((m.id for m in members if m.id == inner), one.student.id)
    return [replace(one, student=member, figures_of=figures) for member in members]


def _inside(one: Submission, roster: Roster, owned: Owned) -> Student | None:
    """Return the student whom a file names itself; without a class list any name will do."""
    try:
        named = read_answers(one.path, one.read()).student
    except (Unreadable, OSError):
        return None
    owned.marked.add(one.path)
    student = roster.find(named)
    if student is None and not len(roster):
        student = Student(named or one.who.splitlines()[-1])
    return student
