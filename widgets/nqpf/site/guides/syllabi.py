"""Syllabi by weeks, as Markdown to copy and as DOCX: declared are the chapters of each week.

Titles, links and minutes come from the book. `chapters/teaching/syllabi.toml` is the declaration.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from nqpf.places import ROOT
from nqpf.site.lecture.lecture import FOLDER, page_name
from nqpf.site.plan.chapters import titles
from nqpf.site.take_along.citing import UNKNOWN, book, chapter_place
from nqpf.words import _

TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
FILE = ROOT / "chapters" / "teaching" / "syllabi.toml"


@dataclass(frozen=True)
class Week:
    """The chapters of a week, and the tests, as parts of the table of contents name them."""

    chapters: tuple[int, ...]
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Syllabus:
    """A course by weeks, and in a sentence for whom."""

    about: str
    weeks: tuple[Week, ...]


@functools.cache
def syllabi() -> list[Syllabus]:
    """Return the syllabi of the book."""
    return read(FILE.read_text(encoding="utf-8"))


def read(text: str) -> list[Syllabus]:
    """Return the syllabi that a text declares; raise ``ValueError`` naming what is wrong."""
    return [syllabus(one, place) for place, one in enumerate(tomllib.loads(text)["syllabus"], 1)]


def syllabus(table: Mapping[str, Any], place: int) -> Syllabus:
    """Return a syllabus whose chapters exist, once each and in the book's order."""
    weeks = tuple(
        Week(tuple(one.get("chapters", ())), tuple(one.get("tests", ()))) for one in table["week"]
    )
    try:
        check(weeks, table["weeks"])
    except ValueError as wrong:
        raise ValueError(f"syllabi.toml, syllabus {place}: {wrong}") from wrong
    return Syllabus(table["about"], weeks)


def check(weeks: tuple[Week, ...], count: int) -> None:
    """Raise ``ValueError`` saying what is wrong with the weeks of a syllabus and what to do."""
    if len(weeks) != count:
        raise ValueError(f"{len(weeks)} weeks are written: write {count}.")
    read_in_order = list(chain.from_iterable(one.chapters for one in weeks))
    if unknown := [one for one in read_in_order if one not in titles()]:
        raise ValueError(f"the book has no chapter {unknown[0]}: take it out.")
    if read_in_order != sorted(set(read_in_order)):
        raise ValueError("each chapter comes at most once, in the book's order: sort them.")
    if not any(one.tests for one in weeks):
        raise ValueError("no week has a self-test: add tests to one.")
    done: set[int] = set()
    for number, week in enumerate(weeks, start=1):
        if not week.chapters and not week.tests:
            raise ValueError(f"week {number} is empty: name chapters or tests.")
        done.update(week.chapters)
        for name in week.tests:
            if not (ROOT / "chapters" / f"{name}.md").is_file():
                raise ValueError(f"there is no test {name}: name one such as part1/self-test.")
            if not asked_by(name, done):
                raise ValueError(f"{name} in week {number} comes before its chapters: move it.")


def asked_by(test: str, done: Iterable[int]) -> list[int]:
    """Return those of the chapters read that a test is about: of its part, or all."""
    if test.endswith("final-test"):
        return sorted(done)
    part = f"chapters/{test.partition('/')[0]}/"
    return [one for one in sorted(done) if chapter_place(one).address.startswith(part)]


class Link(NamedTuple):
    """Words, and the page of the book that they lead to, from the book's root; it may be none."""

    words: str
    page: str = ""


Cell = tuple[Link, ...]


class Table(NamedTuple):
    """A syllabus as it is written down: title, for whom, heads of columns, a row a week."""

    title: str
    about: str
    columns: list[str]
    rows: list[list[Cell]]


def table(one: Syllabus, minutes: Mapping[int, int]) -> Table:
    """Return a syllabus as a table, with the minutes that each chapter takes to read."""
    title = _("{title}: {count} weeks").format(title=book()["title"], count=len(one.weeks))
    columns = [_("Week"), _("Read and do"), _("Minutes to read"), _("In class")]
    rows: list[list[Cell]] = []
    done: set[int] = set()
    for number, week in enumerate(one.weeks, start=1):
        done.update(week.chapters)
        to_do = [*map(to_read, week.chapters), *(to_test(name, done) for name in week.tests)]
        reading = sum(minutes[chapter] for chapter in week.chapters)
        numbers = [(Link(str(number)),), tuple(to_do), (Link(str(reading or "")),)]
        rows.append([*numbers, tuple(map(in_class, week.chapters))])
    return Table(title, one.about, columns, rows)


def markdown(one: Syllabus, minutes: Mapping[int, int]) -> str:
    """Return a syllabus as Markdown, with the minutes that each chapter takes to read.

    Links begin with the mark in whose place the page puts the address of the book.
    """
    made = table(one, minutes)
    lines = [f"# {made.title}", "", made.about, "", row(made.columns), row(["---"] * 4)]
    lines += [row(["; ".join(map(linked, cell)) for cell in cells]) for cells in made.rows]
    return "\n".join(lines)


def row(cells: list[str]) -> str:
    """Return a row of a table.

    >>> row(["a", "b"])
    '| a | b |'
    """
    return f"| {' | '.join(cells)} |"


def linked(link: Link) -> str:
    """Return a link in Markdown.

    >>> linked(Link("Chapter", "ch02.html")), linked(Link("1"))
    ('[Chapter](…/ch02.html)', '1')
    """
    return f"[{link.words}]({UNKNOWN}/{link.page})" if link.page else link.words


def to_read(chapter: int) -> Link:
    """Return the link to a chapter."""
    place = chapter_place(chapter)
    return Link(f"{place.number}. {place.title}", place.address)


def to_test(name: str, done: Iterable[int]) -> Link:
    """Return the link to a test, with the chapters whose questions have been read."""
    [title] = TITLE.findall((ROOT / "chapters" / f"{name}.md").read_text(encoding="utf-8"))
    asked = ", ".join(map(str, asked_by(name, done)))
    words = _("{test} (questions on chapters {chapters})").format(test=title, chapters=asked)
    return Link(words, f"chapters/{name}.html")


def in_class(chapter: int) -> Link:
    """Return the link to a chapter's scenes."""
    words = _("scenes of chapter {number}").format(number=chapter)
    return Link(words, f"{FOLDER}/{page_name(chapter)}")
