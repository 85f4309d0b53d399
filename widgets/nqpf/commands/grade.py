"""Grade what was handed in for an assignment."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from tqdm import tqdm

from nqpf.commands import Failure, in_language
from nqpf.course.assignment import Assignment, AssignmentError, known_secret, load
from nqpf.course.gradebook import Gradebook
from nqpf.course.grading import Outcome, Rules, grade
from nqpf.course.marking import WAITING
from nqpf.course.platforms.worksheets import Filled, fill_worksheet
from nqpf.course.reports import write_reports
from nqpf.course.rubric import RubricError, merge_rubric, take_over, write_rubric
from nqpf.course.sandbox.answers import Limits, Unprotected
from nqpf.course.sandbox.interpreter import PAGE_PYTHON, named


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("assignment", type=Path, help="the folder that nqpf assign made")
    parser.add_argument("submissions", type=Path, help="a folder or zip, as platforms export it")
    parser.add_argument("--out", type=Path, default=Path("grades"), help="where the marks go")
    parser.add_argument("--seed-file", type=Path, help="the file that nqpf assign used or made")
    parser.add_argument("--workers", type=int, default=1, help="processes that mark side by side")
    parser.add_argument("--executor", default="", help="dask://HOST:PORT to mark on a cluster")
    parser.add_argument("--seconds", type=float, default=5.0, help="most time for one call of code")
    parser.add_argument("--strict", action="store_true", help="refuse to run code unprotected")
    parser.add_argument("--python", default="", help="the Python that runs code: path or version")
    parser.add_argument("--worksheet", type=Path, help="Moodle's or Canvas's own, to be filled in")
    parser.add_argument("--column", default="", help="the assignment's column of that worksheet")
    parser.add_argument(
        "--trust-code", action="store_true", help="run code even where it could read the answers"
    )


def run(options: argparse.Namespace) -> int:
    """Grade, with a bar that shows the time left; the same command goes on where it stopped."""
    try:
        assignment = load(options.assignment)
        elsewhere = in_language(assignment.language, options.asked)
        if elsewhere is not None:
            return elsewhere
        secret_file = options.seed_file or Path(f"{options.assignment}-seed.txt")
        secret = known_secret(secret_file, assignment)
        with Gradebook(options.out / "gradebook.sqlite") as book:
            outcome = _grade(options, assignment, secret, secret_file, book)
            take_over(assignment, outcome, book, options.out)
            merge_rubric(assignment, outcome, book)
            kept = write_rubric(assignment, outcome, book, options.out)
            files, edited = write_reports(assignment, outcome, book, options.out)
        filled = Filled()
        if options.worksheet:
            filled = fill_worksheet(
                options.worksheet, assignment, outcome, options.out, options.column
            )
    except PermissionError as problem:
        raise Failure(
            f"{problem.filename} cannot be written: close it where it is open, and run this again."
        ) from problem
    except (AssignmentError, FileNotFoundError, RubricError, Unprotected, ValueError) as problem:
        raise Failure(str(problem)) from problem
    except KeyboardInterrupt:
        raise Failure(
            "interrupted; what was graded is kept, and the same command goes on from there."
        ) from None
    print("\n".join(summary(outcome, options.out)))
    for file in [*kept, *edited]:
        print(f"Somebody had edited a table: what it was is kept in {file}.")
    for sentence in filled.said:
        print(sentence)
    for file in [*files, *filled.files]:
        print(file)
    return 1 if outcome.unsettled else 0


def summary(outcome: Outcome, out: Path) -> Iterator[str]:
    """Return what a lecturer wants to know at once, and what is left to do."""
    handed_in = [one for one in outcome.graded if one.path]
    late = sum(one.late for one in handed_in)
    after = f", {late} late" if late else ""
    yield f"{len(handed_in)} of {len(outcome.graded)} handed in{after}."
    if outcome.strangers:
        yield f"Files of nobody on the class list: {len(outcome.strangers)}; the report names them."
    if outcome.left_out:
        yield f"Files that were left out: {len(outcome.left_out)}; the report says why."
    waiting = sum(mark.tag == WAITING for one in outcome.graded for mark in one.marks.values())
    if waiting:
        sheet = out / "rubric.csv"
        yield f"Open answers to read: {waiting}; fill in {sheet} or .xlsx and grade again."
    marks = [mark for one in outcome.graded for mark in one.marks.values()]
    if outcome.runs_code:
        yield outcome.python.told_after()
    unread = sum(mark.tag == "SyntaxError" for mark in marks)
    if unread and outcome.python.is_older:
        page = ".".join(map(str, PAGE_PYTHON))
        yield (
            f"Answers that Python {outcome.python.number} cannot read: {unread}. The page runs "
            f"Python {page}, which reads more: if you have it, grade again with --python {page}."
        )
    if outcome.unsettled:
        yield "To settle, because points hang on it:"
        yield from (f"  {sentence}" for sentence in outcome.unsettled)


def _grade(
    options: argparse.Namespace,
    assignment: Assignment,
    secret: bytes,
    secret_file: Path,
    book: Gradebook,
) -> Outcome:
    limits = Limits(seconds=options.seconds)
    hidden = (secret_file, options.assignment, options.out)
    python = named(options.python)
    rules = Rules(limits, options.strict, options.trust_code, hidden, python)
    with tqdm(unit="file", desc=assignment.name) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        return grade(
            assignment,
            secret,
            options.submissions,
            book,
            rules=rules,
            workers=options.workers,
            executor=options.executor,
            progress=show,
        )
