"""Grade a class: take in, mark each file in its own process, keep each result at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from nqpf.course.assignment import Assignment
from nqpf.course.gradebook import Gradebook, key_of, version_of
from nqpf.course.intake import Submission, latest, take_in
from nqpf.course.intake.files import LeftOut
from nqpf.course.intake.handed_in import HandedIn, HandedOut, Unreadable, read_answers
from nqpf.course.intake.owners import Owned, whose
from nqpf.course.intake.roster import Student
from nqpf.course.marking import NOT_RUN, Around, Mark, Marker
from nqpf.course.sandbox.answers import Confined, Limits
from nqpf.course.sandbox.interpreter import Interpreter, this
from nqpf.course.student_files import handed_out
from nqpf.exercises.found import FOLDERS
from nqpf.words import _, plural

MOST_WAITING = 64
MOST_BYTES_WAITING = 100_000_000
"""What is read ahead of the workers, files and bytes: bounds memory, whatever the class's size."""


@dataclass(frozen=True)
class Rules:
    """How to grade: limits of a student's code, what it must not read, which Python runs it.

    ``strict`` requires every protection; ``trusted`` runs code where it could read the answers.
    """

    limits: Limits = field(default_factory=Limits)
    strict: bool = False
    trusted: bool = False
    hidden: tuple[Path, ...] = ()
    python: Interpreter = field(default_factory=this)


@dataclass(frozen=True)
class Work:
    """What a worker needs to mark one file; small, and free of anything that runs.

    ``owner`` is whose figures the questions have.
    """

    assignment: Assignment
    secret: bytes
    owner: str
    path: str
    data: bytes
    slugs: tuple[str, ...]
    rules: Rules


@dataclass
class Graded:
    """What came of one student's file, or of none.

    ``holder`` is what the platform put before the file's name, by which feedback finds its way.
    """

    student: Student
    path: str = ""
    marks: dict[str, Mark] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    late: bool = False
    holder: str = ""

    @property
    def total(self) -> float:
        """The points of all questions."""
        return round(sum((mark.score for mark in self.marks.values()), 0.0), 4)


@dataclass
class Outcome:
    """A graded class, files that belong to nobody, and what was left out.

    ``unsettled`` are sentences on what carries points and has none yet.
    """

    graded: list[Graded]
    strangers: list[str]
    left_out: list[LeftOut]
    active: tuple[str, ...] = ()
    python: Interpreter = field(default_factory=this)
    runs_code: bool = False
    unsettled: list[str] = field(default_factory=list)

    @property
    def protections(self) -> list[str]:
        """What kept a student's code from harm, in words."""
        return [PROTECTIONS.get(name, name) for name in self.active]


PROTECTIONS = {
    "no network, own processes": _("no network, own processes"),
    "own file tree": _("own file tree"),
    "separate user": _("separate user"),
    "limits": _("limits"),
    "own files only": _("own files only"),
    "answers out of reach": _("answers out of reach"),
}
"""In words of the report what the script that confines a child says of itself."""

Progress = Callable[[int, int], None]

ANSWERED = 2
"""The rank of a file in which something was answered."""


def grade(
    assignment: Assignment,
    secret: bytes,
    place: Path,
    book: Gradebook,
    *,
    rules: Rules | None = None,
    workers: int = 1,
    executor: str = "",
    progress: Progress | None = None,
) -> Outcome:
    """Return the graded class; what the gradebook knows already is not graded again.

    ``executor`` may be ``dask://HOST:PORT``. Raises ``FileNotFoundError`` if there is nothing at
    ``place``.
    """
    rules = rules or Rules()
    rules = replace(rules, hidden=(*rules.hidden, *FOLDERS, place))
    active = protections(rules)
    intake = take_in(place, assignment.roster)
    owned = whose(intake, assignment.roster)
    out = _handed_out(assignment, secret)
    chosen, others = latest(owned.files, lambda one: _rank(one, out))
    jobs = [one for one in chosen if one.student]
    versions = {q.slug: version_of(q.exercise.folder) for q in assignment.questions}
    found: dict[str, Graded] = {}
    with pool(workers, executor) as workers_pool:
        told = _remarks(others, owned, intake.left_out, lambda one: _rank(one, out))
        made = (
            job
            for one in jobs
            if (job := _job(assignment, secret, one, book, versions, rules, told, intake.left_out))
        )
        for done, graded in enumerate(_run(workers_pool, made, book), start=1):
            found[graded.student.id] = graded
            if progress:
                progress(done, len(jobs))
    everyone = _everyone(assignment, found, book, owned, told)
    strangers = [one.path for one in chosen if not one.student]
    outcome = Outcome(everyone, strangers, intake.left_out, active, rules.python)
    outcome.runs_code = any(q.exercise.is_code for q in assignment.questions)
    outcome.unsettled = list(_unsettled(outcome, owned))
    return outcome


def _handed_out(assignment: Assignment, secret: bytes) -> Callable[[str], HandedOut]:
    """Return what tells an answer from what was handed out, for each student."""
    known: dict[str, HandedOut] = {}

    def of(student: str) -> HandedOut:
        who = student if assignment.own_figures else ""
        if who not in known:
            known.clear()  # one is enough: files come student by student
            known[who] = handed_out(assignment, who, secret)
        return known[who]

    return of


def _rank(one: Submission, out: Callable[[str], HandedOut]) -> int:
    """Return how much a file goes before others of its student: answered, marked, or neither."""
    try:
        handed = read_answers(one.path, one.read(), out(one.student.id if one.student else ""))
    except (Unreadable, OSError):
        return 0
    return ANSWERED if handed.touched else 1


def _remarks(
    others: list[Submission],
    owned: Owned,
    left_out: list[LeftOut],
    rank: Callable[[Submission], int],
) -> dict[str, list[str]]:
    """Return what each student, and the lecturer, is to know of files that do not count."""
    told: dict[str, list[str]] = {}
    for one in others:
        if one.student:
            earlier = _("{file} was handed in earlier")
            why = (
                earlier if rank(one) == ANSWERED else _("{file} does not count: it answers nothing")
            )
            told.setdefault(one.student.id, []).append(why.format(file=one.path))
    for student, remark in owned.remarks:
        told.setdefault(student, []).append(remark)
    for item in left_out:
        if item.owner:
            told.setdefault(item.owner, []).append(_unread(item))
    return told


def _unread(item: LeftOut) -> str:
    return _("{file} was not read: {why}").format(file=item.path, why=item.why)


def _everyone(
    assignment: Assignment,
    found: dict[str, Graded],
    book: Gradebook,
    owned: Owned,
    told: dict[str, list[str]],
) -> list[Graded]:
    """Return the class: who was graded now, who was graded before, and who handed nothing in."""
    before = book.counted()
    rows = []
    listed = {student.id: student for student in assignment.students}
    listed |= {one.student.id: one.student for one in found.values()}
    # Without a class list everybody who ever handed in belongs to the class.
    names = [*listed] if assignment.students else [*dict.fromkeys([*listed, *before])]
    for name in names:
        if name in found:
            rows.append(found[name])
        elif name in before and name not in owned.conflicts:
            rows.append(_before(assignment, before[name], listed.get(name), book))
        else:
            nothing = _("nothing was handed in")
            remark = nothing if name not in told else _("nothing that could be marked")
            rows.append(Graded(listed[name], remarks=[remark, *told.get(name, [])]))
    return rows


def _before(
    assignment: Assignment, record: dict[str, Any], student: Student | None, book: Gradebook
) -> Graded:
    """Return what an earlier run gave a student whose file is not in this one."""
    known = Student(**record["student"] | {"aliases": frozenset(record["student"]["aliases"])})
    graded = Graded(student or known, record["path"], late=record["late"], holder=record["holder"])
    for question in assignment.questions:
        mark = book.known(record["keys"].get(question.slug, ""))
        if mark:
            graded.marks[question.slug] = mark
    said = _("{file} was marked in an earlier run").format(file=record["path"])
    graded.remarks = [said, *record["remarks"]]
    return graded


def _unsettled(outcome: Outcome, owned: Owned) -> Iterator[str]:
    """Return what a lecturer must settle, because points hang on it."""
    yield from owned.said
    marked = [one.path for one in owned.files if not one.student and one.path in owned.marked]
    if marked:
        said = plural(
            "{count} file with answers is of nobody on the class list",
            "{count} files with answers are of nobody on the class list",
            len(marked),
        )
        yield f"{said.format(count=len(marked))}: {', '.join(marked[:3])}"
    for one in outcome.graded:
        unread = [item for item in outcome.left_out if item.owner == one.student.id]
        if unread and not one.path:
            words = _("{student}: {file} could not be read: {why}")
            yield words.format(student=one.student.id, file=unread[0].path, why=unread[0].why)
    unrun = sum(mark.tag in NOT_RUN for one in outcome.graded for mark in one.marks.values())
    if unrun:
        said = plural("{count} answer was not run", "{count} answers were not run", unrun)
        advice = _(
            "this machine cannot keep code from reading the right answers. Grade on Linux, as root "
            "in a container if need be, or add --trust-code if you trust what was handed in."
        )
        yield f"{said.format(count=unrun)}: {advice}"


def protections(rules: Rules) -> tuple[str, ...]:
    """Return the protections that this machine gives a student's code.

    Raises ``Unprotected`` if all are required and one is missing.
    """
    with Confined("", rules.limits, strict=rules.strict, trusted=True, python=rules.python) as code:
        return code.active


def is_late(one: Submission, due: datetime | None) -> bool:
    """Return whether a platform marked the file as late, or its date is after the due time."""
    if one.marked_late or due is None or one.modified is None:
        return one.marked_late
    return one.modified.astimezone() > due


@dataclass
class _Job:
    """A file, what is known of it, and what is still to mark."""

    graded: Graded
    keys: dict[str, str]
    work: Work


def _job(
    assignment: Assignment,
    secret: bytes,
    one: Submission,
    book: Gradebook,
    versions: dict[str, str],
    rules: Rules,
    told: dict[str, list[str]],
    left_out: list[LeftOut],
) -> _Job | None:
    assert one.student
    try:
        data = one.read()
    except OSError as error:
        item = LeftOut(one.path, str(error), one.student.id)
        left_out.append(item)
        told.setdefault(one.student.id, []).append(_unread(item))
        return None
    keys = {}
    graded = Graded(
        one.student,
        one.path,
        remarks=list(told.get(one.student.id, [])),
        late=is_late(one, assignment.due),
        holder=one.holder,
    )
    limits = f"{rules.limits!r} {rules.python.number} {rules.python.lacks}"
    for question in assignment.questions:
        seed = assignment.seed(secret, one.figures, question.slug)
        parts = (data, one.student.id, question.slug, seed, str(question.points), limits)
        keys[question.slug] = key_of(*parts, versions[question.slug])
        known = book.known(keys[question.slug])
        if known:
            graded.marks[question.slug] = known
    open_ = tuple(slug for slug in keys if slug not in graded.marks)
    work = Work(assignment, secret, one.figures, one.path, data, open_, rules)
    return _Job(graded, keys, work)


def _run(workers: Executor | None, jobs: Iterable[_Job], book: Gradebook) -> Iterator[Graded]:
    """Mark what is left to mark, a bounded number of files at a time; keep each result."""
    if workers is None:
        for job in jobs:
            yield _finish(job, mark_file(job.work) if job.work.slugs else [], book)
        return
    waiting: dict[Future[list[Mark]], _Job] = {}
    for job in jobs:
        if not job.work.slugs:
            yield _finish(job, [], book)
            continue
        waiting[workers.submit(mark_file, job.work)] = job
        while _is_enough(waiting.values()):
            yield from _collect(waiting, book)
    while waiting:
        yield from _collect(waiting, book)


def _is_enough(waiting: Collection[_Job]) -> bool:
    read = sum(len(job.work.data) for job in waiting)
    return len(waiting) >= MOST_WAITING or read >= MOST_BYTES_WAITING


def _collect(waiting: dict[Future[list[Mark]], _Job], book: Gradebook) -> Iterator[Graded]:
    future = next(as_completed(waiting))
    yield _finish(waiting.pop(future), future.result(), book)


def _finish(job: _Job, marks: list[Mark], book: Gradebook) -> Graded:
    graded = job.graded
    graded.marks |= {mark.slug: mark for mark in marks}
    order = [question.slug for question in job.work.assignment.questions]
    graded.marks = {slug: graded.marks[slug] for slug in order}
    graded.remarks += [r for mark in graded.marks.values() for r in mark.remarks]
    graded.remarks = list(dict.fromkeys(graded.remarks))
    student = asdict(graded.student)
    record = {
        "student": student | {"aliases": sorted(student["aliases"])},
        "late": graded.late,
        "holder": graded.holder,
        "remarks": graded.remarks,
        "keys": job.keys,
    }
    final = [mark for mark in marks if mark.tag not in NOT_RUN]
    book.keep(
        [(job.keys[m.slug], graded.student.id, graded.path, m) for m in final],
        (graded.student.id, graded.path, record),
    )
    return graded


def mark_file(work: Work) -> list[Mark]:
    """Return the marks of one file; whatever is in it, there is a mark for each question."""
    out = handed_out(work.assignment, work.owner, work.secret)
    try:
        handed, why = read_answers(work.path, work.data, out), ""
    except Unreadable as reason:
        handed, why = HandedIn(), str(reason)
    questions = {question.slug: question for question in work.assignment.questions}
    noted = [*handed.remarks, *([why] if why else [])]
    lost = [slug for slug in questions if slug not in handed.answers]
    if handed.answers and lost:
        noted.append(_("no cell has the marker of {names}").format(names=", ".join(lost)))
    if handed.student and work.owner and handed.student != work.owner:
        words = _("the file says that it is of {student}")
        noted.append(words.format(student=handed.student))
    rules = work.rules
    around = Around(rules.limits, rules.strict, rules.trusted, rules.hidden, rules.python)
    marks = []
    for slug in work.slugs:
        seed = work.assignment.seed(work.secret, work.owner, slug)
        marker = Marker(questions[slug].exercise, questions[slug].points, seed, around)
        mark = marker.mark(handed.answers.get(slug))
        marks.append(replace(mark, remarks=[*mark.remarks, *noted]))
    return marks


@contextmanager
def pool(workers: int, executor: str) -> Iterator[Executor | None]:
    """Return what marks files: this process, several, or the workers of a Dask cluster."""
    if executor:
        with _dask(executor) as found:
            yield found
    elif workers > 1:
        processes = ProcessPoolExecutor(workers, initializer=_work_for_another)
        try:
            yield processes
        finally:
            processes.shutdown(cancel_futures=True)
    else:
        yield None


def _work_for_another() -> None:
    """Let a worker end with the process at the keyboard, and Ctrl-C be for that one alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()  # a worker whose parent was killed would wait for work for ever
        os._exit(1)


@contextmanager
def _dask(address: str) -> Iterator[Any]:
    scheme, _, where = address.partition("://")
    if scheme != "dask" or not where:
        raise ValueError(f"--executor {address}: write dask://HOST:PORT.")
    try:
        from distributed import Client
    except ImportError:
        raise ValueError("--executor dask://… needs: pip install distributed.") from None
    with Client(f"tcp://{where}", timeout=10) as client:
        yield client.get_executor(retries=3, pure=False)
