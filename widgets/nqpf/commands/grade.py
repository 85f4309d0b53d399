"""Grade what was handed in for an assignment."""

from __future__ import annotations

import argparse
from pathlib import Path

from tqdm import tqdm

from nqpf.commands import Failure
from nqpf.course.assignment import Assignment, AssignmentError, digest, load, read_secret
from nqpf.course.gradebook import Gradebook
from nqpf.course.grading import Outcome, Rules, grade
from nqpf.course.isolation import Limits, Unprotected
from nqpf.course.reports import write_reports
from nqpf.course.rubric import RubricError, merge_rubric, write_rubric


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


def run(options: argparse.Namespace) -> int:
    """Grade, with a bar that shows the time left; the same command goes on where it stopped."""
    try:
        assignment = load(options.assignment)
        secret_file = options.seed_file or Path(f"{options.assignment}-seed.txt")
        secret = read_secret(secret_file) if secret_file.exists() else b""
        if digest(secret) != assignment.secret_digest:
            raise AssignmentError(f"{secret_file} is not the seed file of {assignment.name}.")
        with Gradebook(options.out / "gradebook.sqlite") as book:
            outcome = _grade(options, assignment, secret, book)
        merge_rubric(assignment, outcome, options.out / "rubric.csv")
        write_rubric(assignment, outcome, options.out / "rubric.csv")
        files = write_reports(assignment, outcome, options.out)
    except (AssignmentError, FileNotFoundError, RubricError, Unprotected, ValueError) as problem:
        raise Failure(str(problem)) from problem
    for file in files:
        print(file)
    return 0


def _grade(
    options: argparse.Namespace, assignment: Assignment, secret: bytes, book: Gradebook
) -> Outcome:
    rules = Rules(Limits(seconds=options.seconds), options.strict)
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
