"""What to read again: the section of its chapter that an exercise asks about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from docutils.nodes import make_id

from nqpf.exercises import Exercise, ExerciseError
from nqpf.places import ROOT

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
    title = exercise.section
    return Section(page.relative_to(ROOT).as_posix(), make_id(title), title)


def section_called(chapter: Path, mark: str) -> Section:
    """Return the section of a chapter's file that has this mark.

    Raises `ValueError` if there is none.
    """
    page = chapter.with_suffix("").relative_to(ROOT).as_posix()
    marks = {make_id(title): title for title in headings(chapter)}
    if mark not in marks:
        raise ValueError(f"{page} has no section #{mark}; known are {', '.join(marks)}")
    return Section(page, mark, marks[mark])


def headings(chapter: Path) -> list[str]:
    """Return the headings of a chapter below its title, in order."""
    return HEADING.findall(chapter.read_text(encoding="utf-8"))
