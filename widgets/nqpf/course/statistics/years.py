"""Several gradebooks side by side: how the same questions went in other years or other groups."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nqpf.course.gradebook import Gradebook
from nqpf.course.statistics.items import Item, alpha, items
from nqpf.words import _

FILE = "gradebook.sqlite"


class NoGradebook(ValueError):
    """There is no gradebook with results; the message says what to do."""


@dataclass(frozen=True)
class Year:
    """What one gradebook says: its name, how many handed in, alpha, and its questions by slug."""

    name: str
    students: int
    alpha: float | None
    items: dict[str, Item]


@dataclass(frozen=True)
class Over:
    """One question in all gradebooks that have it: its title, and how it went in each.

    ``mean`` is over all students of all years who handed something in; ``mistakes`` are names with
    the part of all these students that made each.
    """

    slug: str
    title: str
    years: list[tuple[Year, Item]]
    mean: float | None
    mistakes: list[tuple[str, float]]


def years(places: Sequence[Path]) -> tuple[list[Year], list[Over]]:
    """Return the gradebooks in their order, and their questions in the order of the first.

    A place is a gradebook or the folder it lies in. Raises `NoGradebook`.
    """
    found: list[Year] = []
    titles: dict[str, str] = {}
    for place in places:
        file = place / FILE if place.is_dir() else place
        year, named = _year(file, _name(file, places))
        found.append(year)
        titles = titles | {slug: title for slug, title in named.items() if slug not in titles}
    return found, [_over(slug, title, found) for slug, title in titles.items()]


def _name(file: Path, places: Sequence[Path]) -> str:
    """Return the name of a gradebook's folder, or its whole path where two have the same."""
    names = [(one if one.is_dir() else one.parent).resolve().name for one in places]
    name = file.parent.resolve().name
    return name if names.count(name) == 1 else str(file.parent)


def _year(file: Path, name: str) -> tuple[Year, dict[str, str]]:
    if not file.is_file():
        raise NoGradebook(
            _("{file} is not there: name the folder that nqpf grade --out wrote.").format(file=file)
        )
    try:
        with Gradebook(file) as book:
            asked, of_class = book.concluded()
    except sqlite3.DatabaseError:
        raise NoGradebook(
            _("{file} is no gradebook: name the folder that nqpf grade --out wrote.").format(
                file=file
            )
        ) from None
    if not asked:
        raise NoGradebook(
            _("{file} has no results yet: grade that class once more, then ask again.").format(
                file=file
            )
        )
    slugs, points = [one.slug for one in asked], {one.slug: one.points for one in asked}
    went = items(of_class, slugs, points)
    year = Year(name, len(of_class), alpha(of_class, slugs, points), {i.slug: i for i in went})
    return year, {one.slug: one.title for one in asked}


def _over(slug: str, title: str, found: Sequence[Year]) -> Over:
    there = [(year, year.items[slug]) for year in found if slug in year.items]
    known = [(year.students, item.mean) for year, item in there if item.mean is not None]
    all_known = sum(students for students, _mean in known)
    everyone = sum(year.students for year, _item in there)
    made: dict[str, float] = {}
    for year, item in there:
        for tag, part in item.mistakes:
            made[tag] = made.get(tag, 0.0) + part * year.students / everyone
    return Over(
        slug,
        title,
        there,
        sum(students * mean for students, mean in known) / all_known if known else None,
        sorted(made.items(), key=lambda one: -one[1]),
    )
