"""How often a chapter asks something, and how much it brings back from earlier chapters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nqpf.exercises import Exercise, exercises
from nqpf.places import ROOT

MOST_WORDS = 600
RETURNING = 0.25
CELL = re.compile(r"^```\{code-cell\}.*?^```$", re.MULTILINE | re.DOTALL)
LAST_SECTION = "## Exercises"


@dataclass(frozen=True)
class Density:
    """One chapter: words of prose, exercises on its page, those at its end, and those of the
    latter that bring an earlier chapter back."""

    chapter: int
    words: int
    exercises: int
    at_the_end: int
    returning: int

    @property
    def words_between(self) -> float:
        """Words of prose for each exercise."""
        return self.words / max(1, self.exercises)

    @property
    def share_returning(self) -> float:
        """The part of the exercises at the end that revisit earlier chapters."""
        return self.returning / max(1, self.at_the_end)


def densities() -> Iterator[Density]:
    """Return the density of every chapter that is written."""
    for page in sorted((ROOT / "chapters").glob("*/ch*.md")):
        yield density(page)


def density(page: Path) -> Density:
    """Return the density of a chapter's page."""
    text = page.read_text(encoding="utf-8")
    number = int(page.stem.removeprefix("ch"))
    end = section(text, LAST_SECTION)
    own = [one for one in exercises().values() if one.chapter == number]
    last = [one for one in own if placed(one, end)]
    return Density(
        chapter=number,
        words=len(prose(text).split()),
        exercises=sum(placed(one, text) for one in own),
        at_the_end=len(last),
        returning=sum(bool(one.revisits) for one in last),
    )


def prose(text: str) -> str:
    """Return a page without front matter, code cells and tables."""
    body = re.sub(r"\A---.*?^---$", "", text, count=1, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"^\|.*$", "", CELL.sub("", body), flags=re.MULTILINE)


def section(text: str, heading: str) -> str:
    """Return a section of a page, from its heading to the next of the same level."""
    _before, found, after = text.partition(f"\n{heading}\n")
    return re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0] if found else ""


def placed(exercise: Exercise, text: str) -> bool:
    """Return whether a text names an exercise in quotes, as cells do."""
    return f'"{exercise.slug}"' in text
