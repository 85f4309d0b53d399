"""Make an assignment from exercises of the book, or list what there is to pick."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from nqpf.commands import Failure, add_language, in_language
from nqpf.course.assignment import Assignment, AssignmentError, choose, make, read_due, read_secret
from nqpf.course.folders import write_assignment
from nqpf.course.intake.roster import Roster, RosterError, read_roster
from nqpf.course.sandbox.interpreter import this
from nqpf.exercises import Exercise
from nqpf.exercises.in_language import is_translated
from nqpf.exercises.source import split
from nqpf.words import LANGUAGE, plural


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("name", nargs="?", help="the assignment's name, and its folder")
    parser.add_argument("--list", action="store_true", help="list exercises and make nothing")
    parser.add_argument(
        "--from", dest="patterns", action="append", default=[], help="such as 'ch05/*'; repeatable"
    )
    parser.add_argument("--pick", default="", help="exercises by name, in order, with commas")
    parser.add_argument("--roster", type=Path, help="the class as CSV or Excel, for own figures")
    parser.add_argument("--seed-file", type=Path, help="the secret of the figures; made if new")
    parser.add_argument("--release", help="from when it may be worked on, as --due")
    parser.add_argument("--due", help="2027-03-01 or 2027-03-01T18:00")
    add_language(parser, "what students get")
    parser.add_argument("--into", type=Path, default=Path(), help="where the folder goes")


def run(options: argparse.Namespace) -> int:
    """Write the assignment and say what to hand out and what to keep."""
    elsewhere = in_language(options.language, options.asked)
    if elsewhere is not None:
        return elsewhere
    try:
        picked = [slug.strip() for slug in options.pick.split(",") if slug.strip()]
        everything = ["*"] if options.list and not picked else []
        chosen = choose(options.patterns or everything, picked)
        if options.list:
            print(listed(chosen))
            return 0
        refuse_untranslated(chosen)
        if not options.name:
            raise AssignmentError("give the assignment a name, or --list to see what there is.")
        roster = read_roster(options.roster) if options.roster else Roster()
        secret_file = options.seed_file or options.into / f"{options.name}-seed.txt"
        secret = read_secret(secret_file)
        assignment = make(
            options.name,
            chosen,
            roster,
            secret,
            read_due(options.due, "--due"),
            read_due(options.release, "--release"),
        )
        folder = write_assignment(assignment, secret, options.into / options.name)
    except (AssignmentError, RosterError) as problem:
        raise Failure(str(problem)) from problem
    if roster.taken:
        print(f"Class: {len(roster)} students; {roster.taken}.")
    print(f"{assignment.name}: {counted(assignment)}.")
    if any(question.exercise.is_code for question in assignment.questions):
        print(this().told_before())
    print(f"Hand out:  {folder / 'student'}")
    print(f"On paper:  {folder / 'paper' / f'{assignment.name}.html'}")
    print(f"Keep:      {folder / 'instructor'} and {secret_file}")
    print(f"Then:      nqpf grade {folder} SUBMISSIONS --seed-file {secret_file}")
    return 0


def refuse_untranslated(chosen: Sequence[Exercise]) -> None:
    """Raise `AssignmentError` if an exercise has texts that are not in the language asked for."""
    if LANGUAGE == "en":
        return
    for one in chosen:
        file = one.folder / "exercise.md"
        if not is_translated(*split(file, file.read_text(encoding="utf-8"))):
            raise AssignmentError(
                f"{one.folder.parent.name}/{one.slug} is not in {LANGUAGE} yet: choose among "
                "exercises that are, such as 'ch01/*', or leave --language out."
            )


def counted(assignment: Assignment) -> str:
    """Return how many questions and points there are, in words."""
    questions = plural("{count} question", "{count} questions", len(assignment.questions))
    points = plural("{count} point", "{count} points", assignment.points)
    said = questions.format(count=len(assignment.questions))
    return f"{said}, {points.format(count=assignment.points)}"


def listed(chosen: Sequence[Exercise]) -> str:
    """Return the exercises a line each: where it is, its kind, its points, its title."""
    rows = [(f"{one.folder.parent.name}/{one.slug}", one) for one in chosen]
    width = max((len(place) for place, _one in rows), default=0)
    lines = [f"{place:{width}}  {one.kind:6}  {one.points:2}  {one.title}" for place, one in rows]
    return "\n".join(sorted(lines))
