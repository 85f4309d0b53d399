"""Questions for learning platforms: Moodle XML, and QTI 1.2 for Canvas; and what becomes of each.

A platform draws no figures from our seeds, so a seeded question becomes several, of which each
student gets one. What a platform cannot mark is left out, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nqpf.course.assignment import Assignment, Question
from nqpf.exercises import Exercise
from nqpf.exercises.figures import fill
from nqpf.words import EDITION, _, plural, said

VARIANTS = 12
"""How many sets of figures a seeded question is exported with."""


class NotForPlatform(ValueError):
    """No question of the assignment can go to this platform."""


@dataclass(frozen=True)
class Fate:
    """What becomes of a question on a platform: a kind of its own, or nothing; and why.

    ``points`` are those that arrive there.
    """

    question: Question
    becomes: str
    note: str = ""
    points: float = 0

    def as_text(self) -> str:
        """Return it in one line."""
        one = self.question
        if not self.becomes:
            return f"  -  {one.slug}: {_('left out')}{_(': ')}{self.note}"
        points = plural("{points} point", "{points} points", int(self.points))
        counted = points.format(points=f"{self.points:g}")
        after = _(" ({note})").format(note=self.note) if self.note else ""
        return f"  +  {one.slug}: {self.becomes}{_(', ')}{counted}{after}"


def summary(fates: Sequence[Fate], assignment: Assignment) -> str:
    """Return how many questions and points arrive."""
    sent = [fate for fate in fates if fate.becomes]
    return _("Questions that arrive: {sent} of {all}; points: {arriving} of {points}.").format(
        sent=len(sent),
        all=len(fates),
        arriving=sum(fate.question.points for fate in sent),
        points=assignment.points,
    )


def needs_python(question: Question) -> str:
    """Return why a platform that runs no code, and shows no explorer, leaves a question out."""
    if question.kind == "goal":
        return _("it is solved in an explorer; on a page of the book, or with nqpf grade")
    if question.kind == "change":
        return _("it holds a model to the book’s checks; use nqpf grade, or export to Gradescope")
    return _("it needs Python to run; use nqpf grade, or export to nbgrader or Gradescope")


def variants(question: Question) -> Iterator[tuple[str, dict[str, str]]]:
    """Return the seeds, and the figures, with which a question is exported; no two are alike."""
    seen: set[str] = set()
    for number in range(VARIANTS * 4 if question.kind == "seeded" else 1):
        figures = question.exercise.task.figures(f"platform-{number}")
        key = fill(question.exercise.prompt, figures)
        if key not in seen and len(seen) < VARIANTS:
            seen.add(key)
            yield f"platform-{number}", figures


@dataclass(frozen=True)
class Place:
    """Where an exercise stands in the book: page, section, and the nearest explorer there."""

    page: str
    chapter: int
    section: str
    explorer: str


def place_of(exercise: Exercise) -> Place | None:
    """Return where an exercise stands in its chapter, or None if no chapter shows it."""
    folder = exercise.folder.parent
    source = folder.with_suffix(".md")
    if not source.exists():
        return None
    page = f"chapters/{folder.parent.name}/{folder.name}.html"
    text = source.read_text(encoding="utf-8")
    for section in re.split(r"^(?=## )", text, flags=re.MULTILINE):
        found = re.search(rf"[\"']{re.escape(exercise.slug)}[\"']", section)
        if found:
            title = section.partition("\n")[0].removeprefix("## ").strip()
            explorers = list(re.finditer(r"explorer\([\"']([\w-]+)[\"']", section))
            after = [one[1] for one in explorers if one.start() > found.start()]
            near = after[:1] or [one[1] for one in explorers[-1:]]
            named = getattr(exercise.task, "explorer", "")
            return Place(page, exercise.chapter, title, named or "".join(near))
    return None


def in_the_book(exercise: Exercise, site: str) -> str:
    """Return a sentence on where to read more, as Markdown; with links if the site is known."""
    place = place_of(exercise)
    if place is None:
        return ""
    where = _("chapter {chapter}, “{section}”").format(
        chapter=place.chapter, section=said(place.section)
    )
    if not site:
        return _("In the book: {where}.").format(where=where)
    root = site.rstrip("/")
    links = [f"[{where}]({root}/{EDITION}{place.page}#exercise-{exercise.slug})"]
    if place.explorer:
        links.append(f"[{_('the explorer')}]({root}/{EDITION}embed/{place.explorer}.html)")
    return _("In the book: {where}.").format(where=_("; ").join(links))


def unit_note(exercise: Exercise) -> str:
    """Return how a number is to be written where a platform reads it."""
    unit = str(getattr(exercise.task, "unit_words", "")).strip()
    note = _("Write the number in plain digits, with a point and with - for minus, such as -1.25.")
    return f"{note} {_('Unit: {unit}.').format(unit=unit)}" if unit else note


def digits(value: float, width: float, decimals: int) -> str:
    """Return a number with the book's decimals, or as many more as its tolerance asks for.

    >>> digits(1.7142857, 0.02, 2), digits(1.7142857, 0.006, 2), digits(0.0310004, 0.0001, 2)
    ('1.714', '1.714', '0.031')
    """
    for more in range(decimals, 13):
        text = f"{value:.{more}f}"
        if abs(float(text) - value) <= max(width, 1e-12) / 5 and (value == 0 or float(text)):
            return text
    return f"{value:.12g}"
