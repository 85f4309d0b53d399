"""Turn an assignment into what a learning platform imports."""

from __future__ import annotations

import argparse
from pathlib import Path

from nqpf.commands import Failure
from nqpf.course.assignment import Assignment, AssignmentError, known_secret, load
from nqpf.course.gradescope import archive
from nqpf.course.nbgrader import source_notebook
from nqpf.course.platforms import NotForPlatform, canvas, moodle
from nqpf.course.student_files import written
from nqpf.course.tables import write_whole

PLATFORMS = ("nbgrader", "gradescope", "moodle", "canvas")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("assignment", type=Path, help="the folder that nqpf assign made")
    parser.add_argument("--to", choices=PLATFORMS, required=True, help="the platform")
    parser.add_argument("--seed-file", type=Path, help="the file that nqpf assign used or made")
    parser.add_argument("--out", type=Path, help="where it goes; beside the assignment if not said")


def run(options: argparse.Namespace) -> int:
    """Write the export and say where it is."""
    try:
        assignment = load(options.assignment)
        file = options.seed_file or Path(f"{options.assignment}-seed.txt")
        secret = known_secret(file, assignment)
        path = _write(assignment, secret, options)
    except (AssignmentError, NotForPlatform) as problem:
        raise Failure(str(problem)) from problem
    print(path)
    return 0


def _write(assignment: Assignment, secret: bytes, options: argparse.Namespace) -> Path:
    out = options.out or options.assignment / options.to
    if options.to == "moodle":
        path = out / f"{assignment.name}.xml"
        write_whole(path, moodle(assignment))
    elif options.to == "canvas":
        path = out / f"{assignment.name}.zip"
        canvas(assignment, path)
    elif options.to == "nbgrader":
        path = out / "source" / assignment.name / f"{assignment.name}.ipynb"
        write_whole(path, written(source_notebook(assignment, secret), "ipynb"))
    else:
        path = out / f"{assignment.name}-autograder.zip"
        path.parent.mkdir(parents=True, exist_ok=True)
        record = options.assignment / "instructor" / "assignment.json"
        path.write_bytes(archive(assignment, secret, record))
    return Path(path)
