"""What to read again: the section of its chapter that an exercise asks about."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from docutils.nodes import make_id

from nqpf.exercises import Exercise, ExerciseError
from nqpf.explorers import modules
from nqpf.places import ROOT
from nqpf.words import said

HEADING = re.compile(r"^##+ (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A page, the mark of a section on it, and the section's heading."""

    page: str
    mark: str
    title: str

    def address(self, root: str) -> str:
        """Return where it is, seen from a page whose way up is ``root``."""
        return f"{root}{self.page}.html#{self.mark}"


def section_of(exercise: Exercise) -> Section | None:
    """Return what to read again, None where the exercise names no section.

    Raises `ExerciseError` if the chapter has no such heading.
    """
    if not exercise.section:
        return None
    page = exercise.folder.parent
    known = headings(page.with_suffix(".md"))
    if exercise.section not in known:
        near = get_close_matches(exercise.section, known, n=1, cutoff=0) or ["none is there"]
        expected = f"a heading of {page.name}.md is expected; the nearest: {near[0]}"
        raise ExerciseError(exercise.folder / "exercise.md", "section", expected)
    return at(page, exercise.section)


def section_called(chapter: Path, mark: str) -> Section:
    """Return the section of a chapter's file that has this mark.

    Raises `ValueError` if there is none.
    """
    marks = {make_id(title): title for title in headings(chapter)}
    if mark not in marks:
        raise ValueError(f"{chapter.stem} has no section #{mark}; known are {', '.join(marks)}")
    return at(chapter.with_suffix(""), marks[mark])


def at(page: Path, title: str) -> Section:
    """Return a section of a page by its title."""
    name = make_id(title)
    # Where an explorer has the name as its mark, the section says that it is about it.
    mark = f"about-{name}" if name in modules() else name
    return Section(page.relative_to(ROOT).as_posix(), mark, said(title))


def headings(chapter: Path) -> list[str]:
    """Return the headings of a chapter below its title, in order."""
    return list(_headings(chapter.read_text(encoding="utf-8")))


@functools.cache
def _headings(text: str) -> tuple[str, ...]:
    return tuple(HEADING.findall(text))
