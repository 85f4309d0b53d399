"""How to teach a chapter, read from ``guide.toml`` beside its exercises and checked.

Written there is only what nothing else declares: questions to discuss with what to listen for on
both sides, a plan for the board, and a project with data. What it names must exist, and a number
is typed nowhere but in the minutes of a step: figures change, and the chapter has them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nqpf import data
from nqpf.exercises import exercises
from nqpf.explorers import explorers
from nqpf.places import ROOT
from nqpf.refusals import nearest
from nqpf.site.exercise.sections import Section, at, headings
from nqpf.site.lecture.scenes import scenes

MINUTES = 90
"""How long a lecture is."""
QUESTIONS = (2, 3)
STEPS = (4, 6)
PLACES = ("section", "explorer", "scene", "exercise")
TABLES = ("discuss", "step", "project")
DISCUSS = ("ask", "one", "other")
STEP = ("minutes", "do")
PROJECT = ("question", "data", "good", "trap")


@dataclass(frozen=True)
class Discussion:
    """A question, and what to listen for on the one side and on the other."""

    ask: str
    one: str
    other: str


@dataclass(frozen=True)
class Step:
    """A step of a lecture: its minutes, what to do, and where, as one of ``PLACES`` and a name.

    The name is the heading of a section, or the slug of an explorer, of that of a scene, or of an
    exercise.
    """

    minutes: int
    do: str
    place: str
    name: str


@dataclass(frozen=True)
class Project:
    """A question for students with a data set, what a good answer shows, and a trap."""

    question: str
    data: str
    good: str
    trap: str


@dataclass(frozen=True)
class Guide:
    """What is written for who teaches a chapter."""

    discussions: tuple[Discussion, ...]
    steps: tuple[Step, ...]
    project: Project


def guide_files() -> dict[int, Path]:
    """Return the file of each chapter that has a guide, by the chapter's number."""
    found = sorted((ROOT / "chapters").glob("part*/ch??/guide.toml"))
    return {int(file.parent.name[2:]): file for file in found}


def guide(chapter: int) -> Guide:
    """Return the guide of a chapter.

    Raises ``ValueError`` naming the chapter, what is wrong, and what to do.
    """
    file = guide_files()[chapter]
    return read(file.read_text(encoding="utf-8"), chapter)


def read(text: str, chapter: int) -> Guide:
    """Return the guide that a text declares for a chapter."""
    try:
        declared = tomllib.loads(text)
        known_only(declared, TABLES)
        return Guide(
            tuple(discussion(one) for one in several(declared["discuss"], "discuss", QUESTIONS)),
            plan(several(declared["step"], "step", STEPS), chapter),
            project(declared["project"]),
        )
    except ValueError as wrong:
        raise ValueError(f"chapter {chapter}, guide.toml: {wrong}") from wrong


def known_only(table: Mapping[str, Any], keys: Sequence[str]) -> None:
    """Raise ``ValueError`` unless a table has these keys and no other."""
    if unknown := sorted(set(table) - set(keys)):
        raise ValueError(f"{unknown} is no part of it: take it out, or use {list(keys)}.")
    if missing := [key for key in keys if key not in table]:
        raise ValueError(f"{missing} is missing: write it.")


def several(found: Any, name: str, bounds: tuple[int, int]) -> list[Mapping[str, Any]]:
    """Return tables if there are as many as there should be."""
    low, high = bounds
    if not isinstance(found, list) or not low <= len(found) <= high:
        raise ValueError(f"there should be {low} to {high} tables [[{name}]]: add or take out.")
    return found


def words(table: Mapping[str, Any], key: str) -> str:
    """Return a text of a table in one line; raise ``ValueError`` for a number typed in it."""
    text = " ".join(str(table[key]).split())
    if not text:
        raise ValueError(f"{key} is empty: write a sentence.")
    if found := re.search(r"\d", text):
        raise ValueError(
            f"a number is typed ({found[0]} in {key}): say it in words, or name the section that "
            "has the figure."
        )
    return text


def discussion(table: Mapping[str, Any]) -> Discussion:
    """Return a question to discuss."""
    known_only(table, DISCUSS)
    ask, one, other = (words(table, key) for key in DISCUSS)
    if "?" not in ask:
        raise ValueError(f"“{ask}” asks nothing: end it with a question mark.")
    return Discussion(ask, one, other)


def plan(tables: list[Mapping[str, Any]], chapter: int) -> tuple[Step, ...]:
    """Return the steps of a lecture, which fill it."""
    found = tuple(step(one, chapter) for one in tables)
    if (minutes := sum(one.minutes for one in found)) != MINUTES:
        raise ValueError(f"the steps take {minutes} minutes: make them {MINUTES}.")
    return found


def step(table: Mapping[str, Any], chapter: int) -> Step:
    """Return a step whose place exists in the chapter."""
    named = [place for place in PLACES if place in table]
    if len(named) != 1:
        raise ValueError(f"a step names {named or 'no place'}: name one of {list(PLACES)}.")
    [place] = named
    known_only(table, (*STEP, place))
    minutes, name = table["minutes"], table[place]
    if type(minutes) is not int or minutes < 1:
        raise ValueError(f"{minutes!r} are no minutes of a step: write a whole number above zero.")
    known = places(chapter)[place]
    if name not in known:
        raise ValueError(
            f"the chapter has no {place} {name!r}: did you mean {nearest(name, known)}?"
        )
    return Step(minutes, words(table, "do"), place, name)


def places(chapter: int) -> dict[str, list[str]]:
    """Return what a step may name, by kind."""
    own = [slug for slug, one in explorers().items() if one.chapter == chapter]
    tried = [one.slug for one in exercises().values() if one.chapter == chapter]
    return {
        "section": headings(chapter_file(chapter)),
        "explorer": own,
        "scene": list(dict.fromkeys(one.explorer.slug for one in scenes(chapter))),
        "exercise": [slug for slug in tried if exercises()[slug].is_published],
    }


def chapter_file(chapter: int) -> Path:
    """Return the text of a chapter."""
    return guide_files()[chapter].parent.with_suffix(".md")


def section(chapter: int, heading: str) -> Section:
    """Return a section of a chapter by its heading."""
    return at(chapter_file(chapter).with_suffix(""), heading)


def project(table: Mapping[str, Any]) -> Project:
    """Return the project, whose data set is one of the book's."""
    known_only(table, PROJECT)
    if table["data"] not in data.names():
        near = nearest(table["data"], data.names())
        raise ValueError(f"there is no data set {table['data']!r}: did you mean {near}?")
    question, good, trap = (words(table, key) for key in ("question", "good", "trap"))
    return Project(question, table["data"], good, trap)
