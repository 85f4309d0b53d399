"""Turn an assignment into what a learning platform imports, and say what becomes of each question.

The exit status is not 0 if a question that carries points was left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from nqpf.commands import Failure
from nqpf.course import nbgrader
from nqpf.course.assignment import Assignment, AssignmentError, known_secret, load
from nqpf.course.gradescope import archive
from nqpf.course.platforms import Fate, NotForPlatform, canvas, moodle, summary
from nqpf.course.student_files import written
from nqpf.course.texts import FORMULAS
from nqpf.whole import write_whole

PLATFORMS = ("nbgrader", "gradescope", "moodle", "canvas")
LEFT_OUT = 3
"""The exit status if something that carries points does not arrive."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("assignment", type=Path, help="the folder that nqpf assign made")
    parser.add_argument("--to", choices=PLATFORMS, required=True, help="the platform")
    parser.add_argument("--seed-file", type=Path, help="the file that nqpf assign used or made")
    parser.add_argument("--out", type=Path, help="where it goes; beside the assignment if not said")
    parser.add_argument("--site", default="", help="where the book is, for links: https://…")
    parser.add_argument(
        "--formulas", choices=FORMULAS, default=FORMULAS[0], help="mathml if Moodle has no MathJax"
    )


def run(options: argparse.Namespace) -> int:
    """Write the export; say where it is, and what arrives of each question."""
    if options.site and not options.site.startswith(("http://", "https://")):
        raise Failure(f"--site {options.site}: write the whole address, https://… .")
    try:
        assignment = load(options.assignment)
        file = options.seed_file or Path(f"{options.assignment}-seed.txt")
        secret = known_secret(file, assignment)
        path, fates = _write(assignment, secret, options)
    except (AssignmentError, NotForPlatform) as problem:
        raise Failure(str(problem)) from problem
    for fate in fates:
        print(fate.as_text())
    print(summary(fates, assignment))
    print(path)
    lost = any(fate.question.points for fate in fates if not fate.becomes)
    return LEFT_OUT if lost else 0


def _write(
    assignment: Assignment, secret: bytes, options: argparse.Namespace
) -> tuple[Path, Sequence[Fate]]:
    out = options.out or options.assignment / options.to
    if options.to == "moodle":
        path = out / f"{assignment.name}.xml"
        export = moodle.Moodle(options.formulas, options.site, datetime.now().astimezone())
        write_whole(path, export.export(assignment))
        return path, moodle.fates(assignment)
    if options.to == "canvas":
        path = out / f"{assignment.name}.zip"
        canvas.Canvas(options.site).export(assignment, path)
        return path, canvas.fates(assignment)
    if options.to == "nbgrader":
        path = out / "source" / assignment.name / f"{assignment.name}.ipynb"
        write_whole(path, written(nbgrader.source_notebook(assignment, secret), "ipynb"))
        return path, nbgrader.fates(assignment)
    path = out / f"{assignment.name}-autograder.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    record = options.assignment / "instructor" / "assignment.json"
    path.write_bytes(archive(assignment, secret, record))
    return path, [Fate(q, q.kind, points=q.points) for q in assignment.questions]
