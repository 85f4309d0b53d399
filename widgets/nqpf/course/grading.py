"""Grade a class: take in, mark each file in its own process, keep each result at once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from nqpf.course.assignment import Assignment
from nqpf.course.gradebook import Gradebook, key_of, version_of
from nqpf.course.intake import Submission, latest, take_in
from nqpf.course.intake.handed_in import HandedIn, Unreadable, read_answers
from nqpf.course.intake.roster import Student
from nqpf.course.marking import Mark, Marker
from nqpf.course.sandbox.answers import Confined, Limits

MOST_WAITING = 64
MOST_BYTES_WAITING = 100_000_000
"""What is read ahead of the workers, files and bytes: bounds memory, whatever the class's size."""


@dataclass(frozen=True)
class Rules:
    """How to grade: limits of a student's code, and whether every protection is required."""

    limits: Limits = field(default_factory=Limits)
    strict: bool = False


@dataclass(frozen=True)
class Work:
    """What a worker needs to mark one file; small, and free of anything that runs."""

    assignment: Assignment
    secret: bytes
    owner: str
    path: str
    data: bytes
    slugs: tuple[str, ...]
    rules: Rules


@dataclass
class Graded:
    """What came of one student's file, or of none."""

    student: Student
    path: str = ""
    marks: dict[str, Mark] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    late: bool = False

    @property
    def total(self) -> float:
        """The points of all questions."""
        return round(sum((mark.score for mark in self.marks.values()), 0.0), 4)


@dataclass
class Outcome:
    """A graded class, files that belong to nobody, and what was left out."""

    graded: list[Graded]
    strangers: list[str]
    left_out: list[tuple[str, str]]
    active: tuple[str, ...] = ()


Progress = Callable[[int, int], None]


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
    active = protections(rules)
    intake = take_in(place, assignment.roster)
    chosen, others = latest([_named(one, assignment) for one in intake.submissions])
    owned = [one for one in chosen if one.student]
    strangers = [one.path for one in chosen if not one.student]
    versions = {q.slug: version_of(q.exercise.folder) for q in assignment.questions}
    found: dict[str, Graded] = {}
    with pool(workers, executor) as workers_pool:
        jobs = (_job(assignment, secret, one, book, versions, rules) for one in owned)
        for done, graded in enumerate(_run(workers_pool, jobs, book), start=1):
            found[graded.student.id] = graded
            if progress:
                progress(done, len(owned))
    for one in others:
        if one.student:
            found[one.student.id].remarks.append(f"{one.path} was handed in earlier")
    for one in owned:
        assert one.student
        found[one.student.id].late = is_late(one, assignment.due)
    missing = [Graded(s, remarks=["nothing was handed in"]) for s in assignment.students]
    everyone = [found.get(one.student.id, one) for one in missing] or list(found.values())
    return Outcome(everyone, strangers, intake.left_out, active)


def protections(rules: Rules) -> tuple[str, ...]:
    """Return the protections that this machine gives a student's code.

    Raises ``Unprotected`` if all are required and one is missing.
    """
    with Confined("", rules.limits, strict=rules.strict) as code:
        return code.active


def is_late(one: Submission, due: datetime | None) -> bool:
    """Return whether a platform marked the file as late, or its date is after the due time."""
    if one.marked_late or due is None or one.modified is None:
        return one.marked_late
    return one.modified.astimezone() > due


def _named(one: Submission, assignment: Assignment) -> Submission:
    """Return the submission with its owner: from the file's name, or from what it says itself."""
    if one.student is not None:
        return one
    try:
        named = read_answers(one.path, one.read()).student
    except (Unreadable, OSError):
        return one
    student = assignment.roster.find(named)
    if student is None and not assignment.students:
        student = Student(named or one.who.splitlines()[-1])
    return replace(one, student=student)


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
) -> _Job:
    assert one.student
    data = one.read()
    keys, graded = {}, Graded(one.student, one.path)
    for question in assignment.questions:
        seed = assignment.seed(secret, one.student.id, question.slug)
        parts = (data, one.student.id, question.slug, seed, str(question.points))
        keys[question.slug] = key_of(*parts, versions[question.slug])
        known = book.known(keys[question.slug])
        if known:
            graded.marks[question.slug] = known
    open_ = tuple(slug for slug in keys if slug not in graded.marks)
    work = Work(assignment, secret, one.student.id, one.path, data, open_, rules)
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
    book.keep([(job.keys[m.slug], graded.student.id, graded.path, m) for m in marks])
    graded.marks |= {mark.slug: mark for mark in marks}
    order = [question.slug for question in job.work.assignment.questions]
    graded.marks = {slug: graded.marks[slug] for slug in order}
    graded.remarks += [r for mark in graded.marks.values() for r in mark.remarks]
    return graded


def mark_file(work: Work) -> list[Mark]:
    """Return the marks of one file; whatever is in it, there is a mark for each question."""
    try:
        handed, why = read_answers(work.path, work.data), ""
    except Unreadable as reason:
        handed, why = HandedIn(), str(reason)
    questions = {question.slug: question for question in work.assignment.questions}
    marks = []
    for slug in work.slugs:
        seed = work.assignment.seed(work.secret, work.owner, slug)
        marker = Marker(
            questions[slug].exercise,
            questions[slug].points,
            seed,
            work.rules.limits,
            work.rules.strict,
        )
        mark = marker.mark(handed.answers.get(slug))
        noted = [*handed.remarks, *([why] if why else [])]
        marks.append(replace(mark, remarks=[*mark.remarks, *noted]))
    return marks


@contextmanager
def pool(workers: int, executor: str) -> Iterator[Executor | None]:
    """Return what marks files: this process, several, or the workers of a Dask cluster."""
    if executor:
        with _dask(executor) as found:
            yield found
    elif workers > 1:
        # Ctrl-C is for the process at the keyboard; it tells the others to stop.
        ignoring = (signal.SIGINT, signal.SIG_IGN)
        processes = ProcessPoolExecutor(workers, initializer=signal.signal, initargs=ignoring)
        try:
            yield processes
        finally:
            processes.shutdown(cancel_futures=True)
    else:
        yield None


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
