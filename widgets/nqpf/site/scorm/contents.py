"""What a package shows: a chapter, exercises of several chapters, or an explorer with its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from nqpf.exercises import Exercise, find
from nqpf.exercises.kinds.change import Change
from nqpf.exercises.kinds.goal import Goal
from nqpf.explorers import explorer
from nqpf.site.plan.chapters import with_number
from nqpf.site.progress.progress import page_of
from nqpf.site.scorm.contained import NotBuilt, Part, page_of_site
from nqpf.site.take_along.citing import chapter_place
from nqpf.words import EDITION

# What stands on a page once for all exercises, and once for all explorers.
SHARED = (".exercise-without-script", "#nqpf-keep-words")


@dataclass(frozen=True)
class Contents:
    """Parts of built pages under a title, and the exercises among them.

    ``page`` is the page of the book that has most in common with it; ``sections`` is the list of
    what stands on the page, and ``links`` that of addresses for paper, where there is one.
    """

    name: str
    title: str
    page: str
    body: list[Part]
    exercises: tuple[Exercise, ...]
    sections: list[Part] = field(default_factory=list)
    links: list[Part] = field(default_factory=list)

    @property
    def parts(self) -> list[Part]:
        """All parts."""
        return [*self.sections, *self.body, *self.links]


def chapter(site: Path, number: int) -> Contents:
    """Return a chapter as it was built; raise `NotBuilt` if it was not."""
    place = chapter_place(number)
    address = EDITION + place.address
    page = page_of_site(site, address)
    text = page.select_one("article.prose")
    if text is None:
        raise NotBuilt(f"{address} has no text: run `nqpf build`, then export again.")
    shown = [find(str(one["data-exercise"])) for one in text.select("section.exercise")]

    def part(selector: str) -> list[Part]:
        return [Part(address, one) for one in page.select(selector)[:1]]

    return Contents(
        name=f"ch{number:02d}",
        title=with_number(place.title, place.address),
        page=address,
        body=[Part(address, text)],
        exercises=tuple(shown),
        sections=part("nav.page-sections > ul"),
        links=part(".print-links"),
    )


def picked(
    site: Path, name: str, title: str, chosen: Sequence[Exercise], explorers: Sequence[str] = ()
) -> Contents:
    """Return explorers, then exercises in order, each that names an explorer behind it.

    Raises `NotBuilt` if one of them stands on no page.
    """
    pages = _Pages(site)
    shown: dict[str, Part] = {}
    body: list[Part] = []

    def add(slug: str) -> None:
        if slug not in shown:
            shown[slug] = pages.explorer(slug)
            body.append(shown[slug])

    for slug in explorers:
        add(slug)
    for one in chosen:
        if isinstance(one.task, (Goal, Change)):
            add(one.task.explorer)
        body.append(pages.exercise(one))
    return Contents(name, title, body[0].page, [*pages.shared(), *body], tuple(chosen))


class _Pages:
    """The built pages from which parts are taken, each read once."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.read: dict[str, BeautifulSoup] = {}

    def page(self, name: str) -> BeautifulSoup:
        if name not in self.read:
            self.read[name] = page_of_site(self.site, name)
        return self.read[name]

    def exercise(self, one: Exercise) -> Part:
        page = f"{EDITION}{page_of(one)}.html"
        return Part(page, self._found(page, f'section.exercise[data-exercise="{one.slug}"]'))

    def explorer(self, slug: str) -> Part:
        """Return an explorer from its chapter, where it asks for a guess, or from its own page."""
        selector = f'figure.explorer[data-explorer="{slug}"]'
        page = EDITION + chapter_place(explorer(slug).chapter).address
        if not self.page(page).select_one(selector):
            page = f"{EDITION}embed/{slug}.html"
        return Part(page, self._found(page, selector))

    def shared(self) -> list[Part]:
        """Return the sentences that scripts say, from the first page that has them."""
        found = ((name, page.select_one(one)) for one in SHARED for name, page in self.read.items())
        first = {str(tag.get("id") or tag["class"]): Part(name, tag) for name, tag in found if tag}
        return list(first.values())

    def _found(self, page: str, selector: str) -> Tag:
        found = self.page(page).select_one(selector)
        if found is None:
            raise NotBuilt(f"{page} has no {selector}: run `nqpf build`, then export again.")
        return found
