"""Write, check and look at exercises: new, check, preview, report."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import webbrowser

from nqpf.commands import Failure
from nqpf.exercises import Exercise, ExerciseError, UnknownExercise, find
from nqpf.exercises.density import densities
from nqpf.exercises.kinds import KINDS
from nqpf.places import PACKAGE, ROOT

FORMS = PACKAGE / "exercises" / "forms"
CONTRACTS = ("tests/exercises/test_exercises_contracts.py",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    new = actions.add_parser("new", help="make the folder of a new exercise from a form")
    new.add_argument("kind", choices=KINDS)
    new.add_argument("slug", help="lower-case letters, digits and -")
    new.add_argument("--chapter", type=int, required=True)
    check = actions.add_parser("check", help="hold one exercise to every contract")
    check.add_argument("slug")
    actions.add_parser("report", help="say how often each chapter asks, and what it brings back")
    preview = actions.add_parser("preview", help="show one exercise in the browser")
    preview.add_argument("slug")
    preview.add_argument("--no-open", action="store_true", help="only say where the page is")


def run(options: argparse.Namespace) -> int:
    """Do what was asked."""
    if options.action == "new":
        return new_exercise(options.kind, options.slug, options.chapter)
    if options.action == "report":
        return report()
    exercise = found(options.slug)
    if options.action == "check":
        return check_exercise(exercise)
    return preview_exercise(exercise, opens=not options.no_open)


def found(slug: str) -> Exercise:
    """Return an exercise, or fail with what its author can do."""
    try:
        return find(slug)
    except (ExerciseError, UnknownExercise) as problem:
        raise Failure(str(problem)) from None


def new_exercise(kind: str, slug: str, chapter: int) -> int:
    """Make a folder with the form of a kind, which says what is expected in each place."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug):
        raise Failure(f"{slug!r} is no slug: use lower-case letters, digits and -.")
    pages = sorted((ROOT / "chapters").glob(f"*/ch{chapter:02}.md"))
    if not pages:
        raise Failure(f"there is no chapter {chapter} yet: write its page first.")
    folder = pages[0].with_suffix("") / slug
    if folder.exists():
        raise Failure(f"{folder.relative_to(ROOT)} exists already.")
    for form in sorted((FORMS / kind).rglob("*.txt")):
        target = folder / form.relative_to(FORMS / kind).with_suffix("")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(form.read_text(encoding="utf-8"), encoding="utf-8")
    place = folder.relative_to(ROOT).as_posix()
    print(f"Made {place}. Write it, place exercise({slug!r}) in a cell of the chapter, then run:")
    print(f"  nqpf exercise check {slug}")
    return 0


def check_exercise(exercise: Exercise) -> int:
    """Run the contracts of one exercise; what fails says what to improve."""
    options = ["-q", "--no-header", "--tb=short", "-o", "addopts=", "-k", f"[{exercise.slug}]"]
    command = [sys.executable, "-m", "pytest", *options, *CONTRACTS]
    done = subprocess.run(command, cwd=ROOT, check=False).returncode
    advise(exercise)
    return done


def advise(exercise: Exercise) -> None:
    """Say what would make an exercise better, beyond what the contracts demand."""
    advice = []
    if not exercise.revisits:
        advice.append("it brings nothing back from an earlier chapter (revisits)")
    if len(exercise.hints) < 3 and exercise.difficulty == 3:
        advice.append("a transfer task can use a third hint")
    if len(exercise.prompt.split()) > 120:
        advice.append("its prompt is longer than 120 words")
    for one in advice:
        print(f"To think about: {one}.")


def report() -> int:
    """Print words between questions and the part of last exercises that bring something back."""
    print("chapter  exercises  words between  at the end  bring back")
    for one in densities():
        print(
            f"{one.chapter:7}  {one.exercises:9}  {one.words_between:13.0f}  {one.at_the_end:10}"
            f"  {one.share_returning:10.0%}"
        )
    return 0


def preview_exercise(exercise: Exercise, *, opens: bool) -> int:
    """Write a page with one exercise on it, beside the site's own files, and open it."""
    from nqpf import building
    from nqpf.site.exercise.preview import write

    building.build()
    page = write(exercise)
    print(f"The exercise stands alone here: {page}")
    if opens:
        webbrowser.open(page.as_uri())
    return 0
