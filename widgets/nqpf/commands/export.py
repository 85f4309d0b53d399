"""Turn an assignment into what a learning platform imports, and say what becomes of each question.

A SCORM package can also be made of a chapter, or of an explorer with its exercises.
The exit status is not 0 if a question that carries points was left out.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from nqpf import building
from nqpf.commands import Failure, in_language
from nqpf.course import nbgrader
from nqpf.course.assignment import FILE, Assignment, AssignmentError, known_secret, load
from nqpf.course.gradescope import archive
from nqpf.course.platforms import Fate, NotForPlatform, canvas, moodle, scorm, summary
from nqpf.course.student_files import written
from nqpf.course.texts import FORMULAS
from nqpf.explorers import UnknownExplorer, explorer
from nqpf.places import ROOT, SITE
from nqpf.whole import write_whole
from nqpf.words import LANGUAGE, _

PLATFORMS = ("nbgrader", "gradescope", "moodle", "canvas", "scorm")
EXPLORER = "explorer:"
LEFT_OUT = 3
"""The exit status if something that carries points does not arrive."""
SMALL = 2_000_000
"""Bytes that a platform takes whose administrator has left PHP's limit as it is."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument(
        "assignment",
        type=Path,
        help="the folder that nqpf assign made; for scorm also a chapter, such as ch02, "
        "or an explorer, such as explorer:three-drivers",
    )
    parser.add_argument("--to", choices=PLATFORMS, required=True, help="the platform")
    parser.add_argument("--seed-file", type=Path, help="the file that nqpf assign used or made")
    parser.add_argument("--out", type=Path, help="where it goes; beside the assignment if not said")
    parser.add_argument("--site", default="", help="where the book is, for links: https://…")
    parser.add_argument(
        "--python", action="store_true", help="scorm with Python for exercises of code, 7 MB more"
    )
    parser.add_argument(
        "--formulas", choices=FORMULAS, default=FORMULAS[0], help="mathml if Moodle has no MathJax"
    )


def run(options: argparse.Namespace) -> int:
    """Write the export; say where it is, and what arrives of each question."""
    if options.site and not options.site.startswith(("http://", "https://")):
        raise Failure(f"--site {options.site}: write the whole address, https://… .")
    if options.python and options.to != "scorm":
        raise Failure("--python is for --to scorm, whose pages run code themselves.")
    try:
        elsewhere = in_language(language_of(options.assignment), options.asked)
        if elsewhere is not None:
            return elsewhere
        if options.to == "scorm":
            path, fates, said = _package(options)
        else:
            assignment = load(options.assignment)
            file = options.seed_file or Path(f"{options.assignment}-seed.txt")
            path, fates = _write(assignment, known_secret(file, assignment), options)
            said = summary(fates, assignment)
    except (AssignmentError, NotForPlatform) as problem:
        raise Failure(str(problem)) from problem
    for fate in fates:
        print(fate.as_text())
    print(said)
    print(path)
    lost = any(fate.question.points for fate in fates if not fate.becomes)
    return LEFT_OUT if lost else 0


def language_of(asked: Path) -> str:
    """Return the language of an assignment, or of this process for what is none."""
    is_assignment = os.path.isfile(asked / "instructor" / FILE)  # false for what is no name
    return load(asked).language if is_assignment else LANGUAGE


def _package(options: argparse.Namespace) -> tuple[Path, Sequence[Fate], str]:
    """Write a SCORM package of an assignment, a chapter or an explorer, from the built site."""
    if not (ROOT / "_config.yml").exists():
        raise Failure("--to scorm needs the folder of the book, where `make` sets everything up.")
    if not building.is_built(building.made_from()):
        raise Failure("the site is not built as the book is now: run `nqpf build`, then try again.")
    from nqpf.site.plan.chapters import titles
    from nqpf.site.scorm.contained import NotBuilt
    from nqpf.site.scorm.contents import chapter, picked
    from nqpf.site.scorm.package import NotForScorm, write_package

    named, out = str(options.assignment), options.out or Path("scorm")
    number = re.fullmatch(r"ch(\d\d)", named)
    try:
        if os.path.isfile(options.assignment / "instructor" / FILE):  # false for what is no name
            assignment = load(options.assignment)
            out = options.out or options.assignment / "scorm"
            asked = [question.exercise for question in assignment.questions]
            shown = [one for one in asked if one.is_published]
            if not shown:
                raise NotForPlatform(f"{assignment.name}: no question can go into a package.")
            contents = picked(SITE, assignment.name, assignment.name, shown)
        elif number and int(number[1]) in titles():
            contents = chapter(SITE, int(number[1]))
            asked = list(contents.exercises)
        elif named.startswith(EXPLORER):
            one = explorer(named.removeprefix(EXPLORER))
            asked = scorm.beside_explorer(one.slug)
            contents = picked(SITE, one.slug, one.title, asked, [one.slug])
        else:
            raise Failure(
                f"{named} is no folder that nqpf assign made, no chapter, such as ch02, and no "
                "explorer, such as explorer:three-drivers."
            )
        path = write_package(
            contents, SITE, out / f"{contents.name}.zip", address=options.site,
            python=options.python,
        )  # fmt: skip
    except (NotBuilt, NotForScorm, UnknownExplorer) as problem:
        raise Failure(str(problem)) from problem
    except OSError as problem:
        raise Failure(f"the package could not be written: {problem}.") from problem
    fates = scorm.fates(asked, python=options.python)
    return path, fates, f"{scorm.summary(fates)}\n{_weight(path.stat().st_size)}"


def _weight(size: int) -> str:
    """Return what a package weighs, and what that may mean for its upload."""
    said = _("{size} MB.").format(size=f"{size / 1e6:.1f}")
    if size <= SMALL:
        return said
    return f"{said} " + _("Many platforms take 2 MB unless their administrator allows more.")


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
